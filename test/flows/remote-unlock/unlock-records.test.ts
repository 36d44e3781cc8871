import { describe, expect, it } from 'vitest'
import {
  isUnlockRecorded,
  type RecordedCommand,
} from '../../../src/flows/remote-unlock/unlock-records'
import type { LockContext } from '../../../src/flows/shared/lock-context'

const PHONE_MS = 1_000_000_000
/** The clock of the cloud is an hour ahead of the phone. */
const CLOUD_MS = PHONE_MS + 3_600_000
const SENT_MS = CLOUD_MS - 5_000

const LIST = 'doorLock.listRecords'
const LOGS = 'doorLock.openingLogs'
const TIME = 'timer.currentTime'

interface Sent {
  readonly name: string
  readonly params: Readonly<Record<string, unknown>>
  readonly options: object
}

/** A context whose cloud has the operations of `answers`, with what was sent. */
const contextWith = (answers: Readonly<Record<string, unknown>>, isCloudTimeKnown = false) => {
  const sent: Sent[] = []
  const context = {
    deviceId: 'door',
    clock: { now: () => PHONE_MS },
    cloudNow: () => CLOUD_MS,
    isCloudTimeKnown: () => isCloudTimeKnown,
    supports: (name: string) => name in answers,
    call: async (name: string, params: Sent['params'], options: object) => {
      sent.push({ name, params, options })
      return answers[name]
    },
  } as unknown as LockContext
  return { context, sent }
}

const command: RecordedCommand = {
  sentAtMs: PHONE_MS - 5_000,
  maxAgeMs: 60_000,
  userId: 'me',
  hasPassword: false,
}
const { signal } = new AbortController()

const record = (atMs: number, user_id: string | undefined, ...codes: readonly string[]) => ({
  gmt_create: atMs,
  user_id,
  dps: codes.map((code) => ({ [code]: '1' })),
})
const recorded = (records: readonly object[], more: Partial<RecordedCommand> = {}) => {
  const { context } = contextWith({ [TIME]: CLOUD_MS, [LIST]: { records } })
  return isUnlockRecorded(context, { ...command, ...more }, signal)
}

const REMOTE = 'unlock_app'

describe('the records of a lock', () => {
  it.each([
    ['at the moment of the command', record(SENT_MS, 'me', REMOTE), {}, true],
    ['one millisecond before it', record(SENT_MS - 1, 'me', REMOTE), {}, false],
    ['of another kind', record(SENT_MS, 'me', 'unlock_fingerprint'), {}, false],
    ['with another code beside it', record(SENT_MS, 'me', 'closed_opened', REMOTE), {}, true],
    ['under the code of a kit', record(SENT_MS, 'me', `${REMOTE}_kit`), {}, true],
    ['by another user', record(SENT_MS, 'someone', REMOTE), {}, false],
    ['by user 0, whom the vendor writes for no user', record(SENT_MS, '0', REMOTE), {}, true],
    ['without a user', record(SENT_MS, undefined, REMOTE), {}, true],
    ['with an empty user', record(SENT_MS, '', REMOTE), {}, true],
    [
      'by anyone, if the panel does not know its user',
      record(SENT_MS, 'someone', REMOTE),
      { userId: undefined },
      true,
    ],
    ['with a password, of a command without', record(SENT_MS, 'me', 'unlock_password'), {}, false],
    [
      'with a password, of a command with one',
      record(SENT_MS, 'someone', 'unlock_password'),
      { hasPassword: true },
      true,
    ],
    [
      'with a temporary password, of a command with a password',
      record(SENT_MS, undefined, 'unlock_temporary'),
      { hasPassword: true },
      true,
    ],
    [
      'older than the command can be',
      record(CLOUD_MS - 60_001, 'me', REMOTE),
      { sentAtMs: 0 },
      false,
    ],
    [
      'as old as the command can be',
      record(CLOUD_MS - 60_000, 'me', REMOTE),
      { sentAtMs: 0 },
      true,
    ],
  ] as const)(
    'show the unlock of a command or not, with one %s',
    async (_, row, more, expected) => {
      expect(await recorded([record(1, 'me', REMOTE), row], more)).toBe(expected)
    },
  )

  it('does not take an age below zero from a phone whose clock was set back', async () => {
    const more = { sentAtMs: PHONE_MS + 5_000 }
    expect(await recorded([record(CLOUD_MS, 'me', REMOTE)], more)).toBe(true)
    expect(await recorded([record(CLOUD_MS - 1, 'me', REMOTE)], more)).toBe(false)
  })
})

describe('the request for the records of a command', () => {
  const records = [record(SENT_MS, 'me', REMOTE)]

  it('asks for the codes of remote unlocking and their kits, from the command on', async () => {
    const { context, sent } = contextWith({ [TIME]: CLOUD_MS, [LIST]: { records } })
    await isUnlockRecorded(context, command, signal)
    expect(sent.map(({ name }) => name)).toEqual([TIME, LIST])
    const [time, list] = sent
    expect(list?.params).toMatchObject({ device_id: 'door', start_time: SENT_MS, end_time: 0 })
    const codes = String(list?.params.target_standard_dp_codes).split(',')
    expect(codes).toEqual(expect.arrayContaining([REMOTE, `${REMOTE}_kit`]))
    expect(codes).not.toContain('unlock_password')
    for (const { options } of [time, list] as Sent[])
      expect(options).toEqual({ signal, deadlineMs: 5_000 })
  })

  it('asks for passwords too if the command had one', async () => {
    const { context, sent } = contextWith({ [TIME]: CLOUD_MS, [LIST]: { records } })
    await isUnlockRecorded(context, { ...command, hasPassword: true }, signal)
    const codes = String(sent.at(-1)?.params.target_standard_dp_codes).split(',')
    expect(codes).toEqual(expect.arrayContaining(['unlock_password', 'unlock_temporary_kit']))
  })

  it('does not ask for the time if an answer has told it', async () => {
    const { context, sent } = contextWith({ [LIST]: { records } }, true)
    expect(await isUnlockRecorded(context, command, signal)).toBe(true)
    expect(sent.map(({ name }) => name)).toEqual([LIST])
  })

  it('reads the opening logs where the panel has no records; a log has whole seconds', async () => {
    const second = Math.floor(SENT_MS / 1000)
    const log = (update_time: number) => ({
      update_time,
      user_id: 'me',
      status: [{ code: 'closed_opened' }, { code: REMOTE }],
    })
    const { context, sent } = contextWith({ [TIME]: CLOUD_MS, [LOGS]: { logs: [log(second)] } })
    expect(await isUnlockRecorded(context, command, signal)).toBe(true)
    expect(sent.at(-1)).toMatchObject({
      name: LOGS,
      params: { device_id: 'door', start_time: SENT_MS, end_time: SENT_MS + 86_400_000 },
      options: { signal, deadlineMs: 5_000 },
    })
    const earlier = contextWith({ [TIME]: CLOUD_MS, [LOGS]: { logs: [log(second - 1)] } })
    expect(await isUnlockRecorded(earlier.context, command, signal)).toBe(false)
  })

  it.each([
    ['the time of the cloud', { [LIST]: { records } }],
    ['records or logs', { [TIME]: CLOUD_MS }],
  ])('is not sent without %s', async (_, answers) => {
    const { context, sent } = contextWith(answers)
    expect(await isUnlockRecorded(context, command, signal)).toBe(false)
    expect(sent).toEqual([])
  })
})
