import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Column, lackOf, readColumns, seededLocks } from '../../scripts/hosts/cells'
import { hosts } from '../../scripts/hosts/hosts'
import { jobNames, jobs } from '../../scripts/hosts/jobs'
import { hostPages } from '../../scripts/hosts/pages'
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
  let columns: readonly Column[]

  beforeAll(async () => {
    columns = await readColumns()
  }, 60_000)

  it('names for every empty cell what the vendor lacks', async () => {
    const text = textOf(columns)
    console.log(text)
    await expect(`${text}\n`).toMatchFileSnapshot('table.txt')
  })

  it('is the page of the guide, in English and in Chinese', () => {
    for (const [file, page] of Object.entries(hostPages(columns)))
      expect(readFileSync(join(root, file), 'utf8'), `${file}: run \`npm run hosts\``).toBe(page)
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
