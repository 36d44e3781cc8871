import { NEVER } from 'rxjs'
import { describe, expect, it } from 'vitest'
import { TransportError } from '../../../src/core/errors/transport-error'
import type { Lock } from '../../../src/flows/lock'
import type { RemoteUnlockAttempt } from '../../../src/flows/remote-unlock/types'
import type { Sabotage } from './open-panel'
import { runStory } from './run-story'
import type { LockName, Step, Story } from './story'

const attempt = (done: Promise<unknown>): RemoteUnlockAttempt => ({
  done: done as RemoteUnlockAttempt['done'],
  state$: NEVER,
  cancel: () => {},
})
const result = { reportedBy: 'status', atMs: 0 } as const
const origin = { action: 'remoteUnlock.unlock' }
const unlockBy = (run: (door: Lock) => Promise<unknown>): Sabotage => ({
  page: (door) => ({ unlock: () => attempt(run(door)) }),
})
const FAR_MS = 10_000_000
const SYNC_ROUTE = 'POST /v1.0/smart-lock/devices/{device_id}/opmodes/actions/sync'

interface Wrong {
  readonly what: string
  readonly sabotage: Sabotage
  /** What the rules say. */
  readonly finding: RegExp
  /** @default unlock */
  readonly flow?: string
  /** @default frontDoor */
  readonly lock?: LockName
}

/** A wrong flow for each rule. */
const wrong: readonly Wrong[] = [
  {
    what: 'sends its command twice',
    sabotage: unlockBy(async ({ unlock }) => {
      await unlock().done
      return unlock().done
    }),
    finding: /a command \(unlock\) executed, and no flow accounts for it/,
  },
  {
    what: 'is done without a command',
    sabotage: unlockBy(async () => result),
    finding: /reports "executed", and no command \(unlock\) executed/,
  },
  {
    what: 'reports a command as not sent that executed',
    sabotage: unlockBy(async ({ unlock }) => {
      await unlock().done
      throw new TransportError(origin, { delivery: 'not-sent', reason: 'the connection broke' })
    }),
    finding: /no flow accounts for it: .* reports "not executed"/,
  },
  {
    what: 'sends a ticket twice',
    sabotage: {
      page: (_door, panel, { type }) => {
        const device_id = 'vdevo-front-door'
        const call = (name: string, params: object) =>
          panel.apiRequest(name, { device_id, ...params } as never, { lockType: type ?? 'any' })
        const unlock = async () => {
          const { ticket_id } = (await call('doorLock.passwordTicket', {})) as {
            ticket_id: string
          }
          await call('doorLock.passwordFreeOpen', { ticket_id })
          await call('doorLock.passwordFreeOpen', { ticket_id }).catch(() => undefined)
          return result
        }
        return { unlock: () => attempt(unlock()) }
      },
    },
    finding: /a spent ticket is sent again/,
  },
  {
    what: 'creates a member twice',
    sabotage: {
      page: ({ members }) => ({
        members: {
          ...members,
          add: async (person) => {
            await members.add(person)
            return members.add(person)
          },
        },
      }),
    },
    finding: /created 2 in place of one/,
    flow: 'add member',
  },
  {
    what: 'claims to have created a password',
    sabotage: {
      page: ({ temporaryPasswords }) => ({
        temporaryPasswords: { ...temporaryPasswords, create: async () => ({ id: '1' }) as never },
      }),
    },
    finding: /is done, and created nothing/,
    flow: 'create password',
  },
  {
    what: 'reports that it created nothing after it did',
    sabotage: {
      page: ({ temporaryPasswords }) => ({
        temporaryPasswords: {
          ...temporaryPasswords,
          create: async (input) => {
            await temporaryPasswords.create(input)
            throw new TransportError(origin, { delivery: 'not-sent', reason: 'it broke' })
          },
        },
      }),
    },
    finding: /reports that it created nothing, and it did/,
    flow: 'create password',
  },
  {
    what: 'synchronises again within five seconds',
    sabotage: {
      panelOptions: { windowMs: 1_000 },
      page: (door, panel, { clock }) => ({
        syncOpmodes: () => {
          const sync = () => panel.apiRequest(SYNC_ROUTE, { device_id: door.deviceId } as never)
          const wait = () => new Promise<void>((resolve) => clock?.schedule(resolve, 2_000))
          return attempt(sync().then(wait).then(sync)) as never
        },
      }),
    },
    finding: /the lock is synchronised \d+ ms after the last time/,
    flow: 'synchronise',
    lock: 'loft',
  },
  {
    what: 'never ends',
    sabotage: unlockBy(() => new Promise(() => {})),
    finding: /is open after/,
  },
  {
    what: 'fails with a foreign error',
    sabotage: unlockBy(async () => {
      throw new TypeError('undefined is not a function')
    }),
    finding: /fails with TypeError/,
  },
  {
    what: 'leaves a timer',
    sabotage: {
      page: ({ unlock }, _panel, { clock }) => ({
        unlock: () => {
          clock?.schedule(() => {}, FAR_MS)
          return unlock()
        },
      }),
    },
    finding: /1 timers are left/,
  },
  {
    what: 'leaves a listener',
    sabotage: {
      page: ({ unlock }, _panel, { pushes$ }) => ({
        unlock: () => {
          pushes$?.subscribe()
          return unlock()
        },
      }),
    },
    finding: /1 listeners are left/,
  },
  {
    what: 'tells a secret in its error',
    sabotage: unlockBy(async () => {
      const reason = 'the local key is local-key-front-'
      throw new TransportError(origin, { delivery: 'not-sent', reason })
    }),
    finding: /the error of flow 1 .* contains a secret/,
  },
]

const panel = { host: 'mini-program', handler: undefined, throwsInListeners: false } as const
const storyOf = (flow: string, lock: LockName): Story => {
  // No mini-program adds members, or synchronises without data points.
  const host = flow === 'add member' || lock === 'loft' ? 'server' : 'mini-program'
  const run: Step = { step: 'flow', panel: 0, flow, twice: false, changesInput: false }
  const panels = [{ ...panel, host }, panel] as const
  const world = { sharesStorage: false, listLagMs: 0, autoLockMs: undefined }
  return { lock, panels, ...world, steps: [run, { step: 'wait', ms: 20_000 }] }
}

describe('the rules of the flow campaign', () => {
  it.each(wrong.map((one) => [one.what, one] as const))(
    'notice a flow that %s',
    async (_what, { sabotage, finding, flow = 'unlock', lock = 'frontDoor' }) => {
      const story = storyOf(flow, lock)
      expect([...(await runStory(story)).findings]).toEqual([])
      expect([...(await runStory(story, sabotage)).findings].join('\n')).toMatch(finding)
    },
    30_000,
  )
})
