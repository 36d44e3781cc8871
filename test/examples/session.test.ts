import { spawn } from 'node:child_process'
import { beforeAll, describe, expect, it } from 'vitest'
import { root } from '../support/virtual-program'

let stdout = ''
let stderr = ''
let status: number | null
/** What the session has printed when the sources are not loaded yet. */
let firstOutput = ''
let firstMs = 0
let wholeMs = 0

beforeAll(async () => {
  const startedAt = performance.now()
  const child = spawn('npm', ['run', '--silent', 'session'], {
    cwd: root,
    env: { ...process.env, NO_COLOR: '1' },
  })
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    if (firstOutput === '') {
      firstOutput = text
      firstMs = performance.now() - startedAt
    }
    stdout += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
  })
  status = await new Promise((resolve) => child.on('close', resolve))
  wholeMs = performance.now() - startedAt
}, 120_000)

describe('the example session', () => {
  it('prints its title before it loads the sources', () => {
    expect(firstOutput).toBe('lockpanel: a panel session\n')
    // Relative, because the speed of the machine is unknown.
    expect(firstMs).toBeLessThan(0.6 * wholeMs)
  })

  it('exits without an error', () => {
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  })

  it.each([
    'ok  temporaryPasswords, changedPasswords, removedPasswords, offlinePasswords, dynamicPasswords, remoteUnlock',
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
