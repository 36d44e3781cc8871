import type { Observable } from 'rxjs'
import { type CommandKind, seed } from '../../../simulator'
import type { Lock } from '../../../src/flows/lock'
import { spoil } from '../handlers'

/** What one run of a flow is given. */
export interface FlowContext {
  readonly number: number
  /** The cloud's time. */
  readonly nowMs: number
  readonly hasShortPins: boolean
  /** The latest password and member that a run of this panel created. */
  readonly passwordId: string
  readonly memberId: string
  /** Called with the input after the call. */
  readonly afterCall: (input: object) => void
}

interface AttemptLike {
  readonly done: Promise<unknown>
  readonly state$: Observable<unknown>
  readonly cancel: () => void
}

export interface FlowKind {
  /** The command at the lock or in the cloud that the run executes once. */
  readonly command?: CommandKind
  /** Equal keys of one panel share an attempt while it runs. */
  readonly key?: string
  /** The longest time from the call to its end, in milliseconds. */
  readonly boundMs: number
  readonly start: (door: Lock, context: FlowContext) => Promise<unknown> | AttemptLike
}

const { admin, owner } = seed.members
const HOUR_MS = 60 * 60_000
/** A name of at most 20 characters that contains the number of its run. */
export const nameOf = (number: number): string => `Run ${number}.`
/** A PIN with the number of its run; no other number of a story looks like it. */
export const pinOf = (number: number, hasShortPins: boolean): string =>
  hasShortPins ? String(409_300 + number) : String(4_093_700 + number)

const withInput = <I extends object, T>(
  input: I,
  { afterCall }: FlowContext,
  call: (input: I) => T,
): T => {
  const started = call(input)
  afterCall(input)
  return started
}

/** One call by its deadline. */
const CALL_MS = 30_000
/** The limit of an attempt, the wait for the report of the lock, and the reads of the bolt and the records. */
const BOLT_MS = 30_000 + 15_000 + 3 * 10_000
const SLEEPY_BOLT_MS = BOLT_MS + 60_000

const reads = (calls: number, start: FlowKind['start']): FlowKind => ({
  boundMs: calls * CALL_MS,
  start,
})

const allOf = async (rows: AsyncIterable<unknown>): Promise<number> => {
  let count = 0
  for await (const _ of rows) count++
  return count
}

/** What a person does on a page. */
export const flowKinds: Readonly<Record<string, FlowKind>> = {
  unlock: {
    command: 'unlock',
    key: 'unlock',
    boundMs: SLEEPY_BOLT_MS,
    start: (door, context) => withInput({ timeoutMs: 30_000 }, context, door.unlock),
  },
  'unlock briefly': {
    command: 'unlock',
    key: 'unlock',
    boundMs: SLEEPY_BOLT_MS,
    start: (door, context) => withInput({ timeoutMs: 4_000 }, context, door.unlock),
  },
  accept: {
    command: 'unlock',
    key: 'accept',
    boundMs: SLEEPY_BOLT_MS,
    start: (door) => door.accept(),
  },
  lock: {
    command: 'lock',
    key: 'lock',
    boundMs: SLEEPY_BOLT_MS,
    start: (door) => door.lock(),
  },
  reject: {
    command: 'refuse-unlock',
    key: 'reject',
    boundMs: 4 * CALL_MS,
    start: (door) => door.reject(),
  },
  'create password': {
    command: 'create-password',
    boundMs: 16 * CALL_MS,
    start: (door, context) => {
      const { number, nowMs, hasShortPins } = context
      const password = pinOf(number, hasShortPins)
      const input = { name: nameOf(number), toMs: nowMs + HOUR_MS, password }
      return withInput(input, context, door.temporaryPasswords.create)
    },
  },
  'rename password': reads(12, ({ temporaryPasswords }, { passwordId, number }) =>
    temporaryPasswords.rename(passwordId, `Renamed ${number}`),
  ),
  'extend password': reads(12, ({ temporaryPasswords }, context) =>
    withInput({ toMs: context.nowMs + 2 * HOUR_MS }, context, (change) =>
      temporaryPasswords.change(context.passwordId, change),
    ),
  ),
  'remove password': reads(12, ({ temporaryPasswords }, { passwordId }) =>
    temporaryPasswords.remove(passwordId),
  ),
  'wait for password': {
    boundMs: 10 * 60_000,
    start: ({ temporaryPasswords }, { passwordId }) =>
      temporaryPasswords.waitUntilActive(passwordId),
  },
  'list passwords': reads(8, ({ temporaryPasswords }) => temporaryPasswords.list()),
  'clear passwords': reads(8, ({ temporaryPasswords }) => temporaryPasswords.clearInvalid()),
  'issue offline password': {
    command: 'issue-offline-password',
    boundMs: 6 * CALL_MS,
    start: ({ offlinePasswords }, context) =>
      withInput({ kind: 'once', name: nameOf(context.number) }, context, offlinePasswords.offline),
  },
  'dynamic password': reads(4, ({ offlinePasswords }) => offlinePasswords.dynamic()),
  'add member': {
    command: 'add-user',
    boundMs: 12 * CALL_MS,
    start: ({ members }, context) =>
      withInput({ name: nameOf(context.number), sex: 'female' }, context, members.add),
  },
  'change member': reads(6, ({ members }, context) =>
    withInput({ name: `Renamed ${context.number}` }, context, (changes) =>
      members.change(context.memberId, changes),
    ),
  ),
  'remove member': reads(6, ({ members }, { memberId }) => members.remove(memberId)),
  'list members': reads(20, ({ members }) => allOf(members.all())),
  'list methods': reads(8, ({ methods }) => methods.list()),
  'methods of a member': reads(8, ({ methods }) => methods.ofMember(owner.userId)),
  enrol: {
    command: 'enrol-method',
    boundMs: 10 * 60_000,
    start: (door, context) =>
      withInput(
        { user: admin.userId, type: 'fingerprint', lockUserId: 2 },
        context,
        door.enrol as (input: object) => AttemptLike,
      ),
  },
  synchronise: {
    key: 'synchronise',
    boundMs: 4 * CALL_MS,
    start: (door, context) => withInput(['unlock_card'], context, door.syncOpmodes),
  },
  'synchronise all': { boundMs: 4 * CALL_MS, start: (door) => door.syncOpmodes() },
  records: reads(20, (door) => door.records({ pageSize: 2 }).take(10)),
  'unread records': reads(4, (door) => door.unreadRecords()),
  state: reads(4, (door) => door.current()),
  'may unlock': reads(4, (door) => door.mayUnlock()),
  'switch remote unlock on': reads(4, (door) => door.setRemoteUnlock(true)),
  settings: reads(6, ({ settings }) => settings.list()),
  'change a setting': reads(8, ({ settings }) => settings.set('volume', 'mute')),
  share: {
    command: 'share',
    boundMs: 8 * CALL_MS,
    start: ({ sharing }, context) =>
      withInput(
        { kind: 'ble', times: 'unlimited', sharer: owner.uid, name: nameOf(context.number) },
        context,
        sharing.create as (input: object) => Promise<unknown>,
      ),
  },
  capabilities: reads(4, async (door) => door.capabilities()),
}

/** Changes every value of an input. */
export const changeInput = (input: object): void => spoil(input)
