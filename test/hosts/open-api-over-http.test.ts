import { describe, expect, it, onTestFinished } from 'vitest'
import { allActions } from '../../actions'
import { lackOf } from '../../scripts/hosts/cells'
import type { HostedLock } from '../../scripts/hosts/hosts'
import { type JobName, jobNames } from '../../scripts/hosts/jobs'
import { createClock, createSimulator, type Lock, seed } from '../../simulator'
import { createPanel } from '../../src/core/panel/create-panel'
import { lock } from '../../src/flows/lock'
import { openApi } from '../../src/open-api/open-api'
import { cipherOf, START_MS } from '../flows/support/flow-harness'
import { runs } from './run-job'

const { frontDoor, garage, loft, office } = seed.locks

/** Signed requests over sockets; the clock moves on only while none of them is under way. */
const serve = async (seeded: Lock): Promise<HostedLock> => {
  const clock = createClock({ startMs: START_MS, frozen: true })
  const simulator = createSimulator({ clock })
  const server = await simulator.serve()
  const { clientId, accessKey: secret } = simulator
  const transport = openApi({ baseUrl: server.url, clientId, secret, clock })
  const panel = createPanel({ actions: allActions, transport, clock })
  onTestFinished(async () => {
    panel.close()
    await server.close()
  })
  const options = { type: seeded.type, clock, passwordCipher: cipherOf(secret) }
  return {
    door: lock(panel, seeded.id, options),
    clock,
    simulator,
    lock: Object.assign(simulator.lock(seeded.id), { online: true }),
    settle: (promise) => clock.runUntil(promise),
  }
}

/** What every one of these locks does over the routes; the table names what some of them do not. */
const always: readonly JobName[] = [
  'unlock',
  'lock',
  'createPassword',
  'changePassword',
  'removePassword',
  'readRecords',
  'listMemberMethods',
  'assignMethod',
]

describe('a server over signed HTTP requests', () => {
  it.each([
    ['a Wi-Fi lock', frontDoor],
    ['a Zigbee lock', garage],
    ['a Bluetooth lock behind a gateway', loft],
    ['an access control lock', office],
  ] as const)('does every job of the table with %s', async (_, seeded) => {
    const done: JobName[] = []
    for (const name of jobNames) {
      const hosted = await serve(seeded)
      const capabilities = await hosted.settle(hosted.door.capabilities())
      if (lackOf(capabilities, name) !== undefined) continue
      await runs[name](hosted, ['open-api'])
      done.push(name)
    }
    expect(done).toEqual(expect.arrayContaining([...always]))
  })
})
