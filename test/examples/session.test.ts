import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from '../support/virtual-program'

describe('the session', () => {
  const { stdout, stderr, status } = spawnSync(
    join(root, 'node_modules/.bin/tsx'),
    ['examples/session.ts'],
    { cwd: root, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' } },
  )

  it('ends by itself, without an error', () => {
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  })

  it.each([
    "the panel's list has 5 members now, the last one is Nadia",
    'first: requests sent 1, pass the command on: yes',
    'inside the five seconds: requests sent 0, pass the command on: no',
    'after them: requests sent 1, pass the command on: yes',
    'the app counts 4 members of the family',
    'finger read 5 of 5 times',
    'the lock keeps it as fingerprint 4',
    'password Cleaner, phase sent to the lock',
    'OutcomeUnknownError: doorLock.passwordFreeOpen: the order may have been carried out',
    'looked: the bolt is open, the order was carried out',
    'ParamsError: doorLock.remoteUnlocks',
    'VendorError: doorLock.passwordFreeOpen: refused with 2001',
    'doorLock.alarmLogs: try 1 failed (transport), again in',
    '1 of them an unlock.',
  ])('shows: %s', (line) => {
    expect(stdout).toContain(line)
  })

  it('is plain text where nobody looks at a terminal', () => {
    expect(stdout).not.toContain(String.fromCharCode(27))
  })
})
