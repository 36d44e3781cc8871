import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { lackOf, readColumns, seededLocks } from '../../scripts/hosts/cells'
import { hosts } from '../../scripts/hosts/hosts'
import { jobNames, jobs } from '../../scripts/hosts/jobs'
import { textOf } from '../../scripts/hosts/table'
import { isLockError } from '../../src/core/errors/lock-error'
import { isUnsupportedError } from '../../src/core/errors/unsupported-error'
import { lockTypes } from '../../src/core/supports-lock-type'
import { root } from '../support/virtual-program'
import { runs } from './run-job'

/** The lock of a seed, awake and with remote unlocking switched on. */
const openReady = (host: (typeof hosts)[number], seeded: (typeof seededLocks)[number]) => {
  const hosted = host.open(seeded)
  const { lock } = hosted
  lock.online = true
  lock.remoteUnlock.remoteUnlockWithoutPwd = true
  lock.remoteUnlock.remoteUnlockWithPwd = true
  return hosted
}

const isRefusal = (error: unknown) =>
  isUnsupportedError(error) || (isLockError(error) && error.reason === 'no-ids')

describe('the table of hosts', () => {
  it('names for every empty cell what the vendor lacks', async () => {
    const text = textOf(await readColumns())
    console.log(text)
    await expect(`${text}\n`).toMatchFileSnapshot('table.txt')
  })

  it('is the page of the guide', () => {
    const tsx = join(root, 'node_modules/.bin/tsx')
    const { status, stderr } = spawnSync(tsx, ['scripts/hosts.ts', '--check'], { cwd: root })
    expect([status, String(stderr)]).toEqual([0, ''])
  })

  it('has a lock of every type', () => {
    const types = seededLocks.map(({ type }) => type)
    expect([...types, 'any'].sort()).toEqual([...lockTypes].sort())
  })
})

describe.each(hosts)('the host $name', (host) => {
  it.each(seededLocks)('runs exactly the jobs that it promises for $type', async (seeded) => {
    const outcomes: string[] = []
    for (const name of jobNames) {
      const hosted = openReady(host, seeded)
      const capabilities = await hosted.settle(hosted.door.capabilities())
      const isPromised = lackOf(capabilities, name) === undefined
      const failure = await runs[name](hosted, host.families).catch((error: unknown) => error)
      if ((failure === undefined) !== isPromised || !(failure === undefined || isRefusal(failure)))
        outcomes.push(`${jobs[name].title}: promised ${isPromised}, ${failure ?? 'done'}`)
    }
    expect(outcomes).toEqual([])
  })
})
