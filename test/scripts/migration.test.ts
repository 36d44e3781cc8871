import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { lockSdk } from '../../scripts/migration/lock-sdk'
import { actionIn, isAction, makePage } from '../../scripts/migration/page'
import { createSimulator, seed } from '../../simulator'
import * as entries from '../../src/entries'

const rows = lockSdk.flatMap((group) => group.rows)
const simulator = createSimulator()
const panel = entries.createPanel({
  actions: entries.allActions,
  transport: simulator.asTransport(),
})
const deviceId = seed.locks.frontDoor.id
const dataPoints = entries.tyDataPoints(simulator.asTy({ deviceId }), {
  deviceId,
  schema: entries.dpSchema([]),
})
const door = entries.lock(panel, deviceId, { type: 'wifi', dataPoints })
const roots: Readonly<Record<string, unknown>> = { ...entries, panel, dataPoints, door }

/** Flows that are built on other branches: tested as soon as `door` has them. */
const upcoming = ['methods', 'settings']
const isUpcoming = (path: string) =>
  upcoming.some((flow) => path.startsWith(`door.${flow}.`) && !(flow in door))

/** The value at a path such as `door.records().take`. */
const valueAt = (path: string): unknown =>
  path.split('.').reduce<unknown>((owner, step) => {
    const name = step.replace(/\(\)$/, '')
    const value = (owner as Readonly<Record<string, unknown>> | undefined)?.[name]
    return step.endsWith('()') && typeof value === 'function' ? value() : value
  }, roots)

const paths = [...new Set(rows.flatMap((row) => row.with))]

describe('the table of functions of the lock SDK', () => {
  it.each(paths.filter((path) => !isAction(path) && !isUpcoming(path)))(
    'names an equivalent that exists: %s',
    (path) => {
      expect(valueAt(path)).toBeDefined()
    },
  )

  it.each(paths.filter(isAction).map(actionIn))('names an operation that exists: %s', (name) => {
    expect(panel.find(name)?.name).toBe(name)
  })

  it('gives a reason for each function without an equivalent', () => {
    const without = rows.filter((row) => row.with.length === 0)
    expect(without.filter(({ note = '' }) => note === '')).toEqual([])
  })

  it('names each function once', () => {
    const names = rows.map(({ name }) => name)
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
  })

  it('is the page of the guide', () => {
    const page = join(__dirname, '../../docs/guide/from-lock-sdk.md')
    expect(readFileSync(page, 'utf8')).toBe(makePage(lockSdk))
  })
})
