import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from '../support/virtual-program'

describe('the example session', () => {
  const { stdout, stderr, status } = spawnSync(
    join(root, 'node_modules/.bin/tsx'),
    ['examples/session.ts'],
    { cwd: root, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' } },
  )

  it('exits without an error', () => {
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  })

  it.each([
    'ok  temporaryPasswords, offlinePasswords, dynamicPasswords, remoteUnlock',
    'member Olivia, role owner, methods Right thumb, Left thumb',
    'Nadia is on the list; Olivia may delete her: yes',
    'found in the list, sent once; its 7 digits are for the cleaner',
    'the lock confirmed it: active',
    'digits, to be typed within 6 hours',
    'the invitation was open for 300 seconds, then it was cancelled',
    'doorLock.alarmLogs: request 1 failed (transport), retrying',
    'the second tap is the same attempt: yes',
    'the door is open, reported by its data-points; the command was sent once',
    'record opening, method phone, user Olivia, sources 3 lists',
    'ParamsError: temporaryPasswords.create',
    'requests sent: 1; both have the list of the lock: 7 and 7 methods',
    'read 5 of 5 times',
    'the lock stored it as fingerprint 4',
    'synchronised again: added 1, removed 0',
    'open, confirmed by the report of the lock',
    'LockError: remoteUnlock.unlock: offline.',
    '2 of them an unlock.',
  ])('prints: %s', (line) => {
    expect(stdout).toContain(line)
  })

  it('prints plain text without a terminal', () => {
    expect(stdout).not.toContain(String.fromCharCode(27))
  })
})
