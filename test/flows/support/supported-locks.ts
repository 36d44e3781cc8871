import { readFileSync } from 'node:fs'
import { type Lock, seed } from '../../../simulator'
import type { Family } from '../../../src/core/action'
import { createHarness, type FlowHarness } from './flow-harness'
import { outcomeOf } from './settle'

export const families: readonly Family[] = ['mini-program', 'panel', 'open-api']

/** The types of locks that each name in the tables of the guide stands for. */
const typesNamed: Readonly<Record<string, readonly string[]>> = {
  'every lock': Object.values(seed.locks).map(({ type }) => type),
  'Wi-Fi': ['wifi', 'wifi-keepalive', 'wifi-video', 'wifi-standard'],
  Zigbee: ['zigbee'],
  Bluetooth: ['ble', 'ble-gateway'],
  'keep-alive': ['wifi-keepalive'],
  video: ['wifi-video'],
  'access control': ['access-control'],
}

/** The lock types in a cell of the last table of a page, by method and family. */
export const typesInGuide = (page: string, method: string, family: Family): readonly string[] => {
  const guide = readFileSync(new URL(`../../../docs/guide/${page}.md`, import.meta.url), 'utf8')
  const rows = new Map<string, readonly string[]>()
  for (const line of guide.split('\n')) {
    const [, methods = '', ...cells] = line.split('|').map((cell) => cell.trim())
    for (const [, name = ''] of methods.matchAll(/`(\w+)`/g)) rows.set(name, cells.slice(0, 3))
  }
  const cell = rows.get(method)?.[families.indexOf(family)] ?? 'missing'
  const named = cell
    .split(/[,;] (?:reported: )?/)
    .flatMap((name) => (name === '' ? [] : (typesNamed[name] ?? [name])))
  return [...new Set(named)].sort()
}

/** The types of the seeded locks for which a call succeeds over a family. */
export const supportedTypes = async (
  family: Family,
  call: (harness: FlowHarness) => Promise<unknown> | undefined,
): Promise<readonly string[]> => {
  const supported = new Set<Lock['type']>()
  for (const lock of Object.values(seed.locks)) {
    const harness = createHarness({ lock, families: [family] })
    const outcome = await outcomeOf(
      harness.clock,
      Promise.resolve().then(() => call(harness)),
    )
    if ('value' in outcome) supported.add(lock.type)
  }
  return [...supported].sort()
}
