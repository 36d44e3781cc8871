import { describe, expect, it } from 'vitest'
import { seed } from '../../../simulator'
import { isUnsupportedError } from '../../../src/core/errors/unsupported-error'
import { type Lock, lock } from '../../../src/flows/lock'
import { withOwnInputs } from '../../../src/flows/shared/own-inputs'
import { createHarness, type HarnessOptions, START_MS } from '../support/flow-harness'
import { outcomeOf, pass } from '../support/settle'

const { admin, common, owner } = seed.members
const HOUR_MS = 60 * 60_000
const weekly = [{ days: [1, 2], fromMinute: 60, toMinute: 120 }]
const validity = { fromMs: START_MS, toMs: START_MS + HOUR_MS, weekly, timeZone: 'Europe/London' }
const [method] = seed.locks.frontDoor.opmodes
const ref = { kind: 'fingerprint', code: method?.dpCode, number: method?.unlockSn, id: '1' }
const invitation = { id: '1', ticket: 'ticket-1' }

type Inputs = readonly unknown[]

/** Valid inputs of each method that takes an object or a list, by its path in a `Lock`. */
const inputs: Readonly<Record<string, Inputs>> = {
  unlock: [{ timeoutMs: 9_000 }],
  accept: [{ timeoutMs: 9_000 }],
  lock: [{ timeoutMs: 9_000 }],
  openDoor: [{ password: '2040608' }],
  syncOpmodes: [['unlock_card'], { known: [{ hardId: 1, type: 'card' }] }],
  enrol: [{ user: admin.userId, type: 'fingerprint', lockUserId: 2 }],
  records: [{ pageSize: 2, kinds: ['opening'] }],
  'temporaryPasswords.create': [{ name: 'Guest', toMs: START_MS + HOUR_MS, password: '2040608' }],
  'temporaryPasswords.list': [{ isValid: true }],
  'temporaryPasswords.change': ['1', { toMs: START_MS + 2 * HOUR_MS }],
  'temporaryPasswords.rename': ['1', 'Friend', { once: false }],
  'temporaryPasswords.waitUntilActive': ['1', { timeoutMs: 9_000 }],
  'offlinePasswords.offline': [{ kind: 'once', name: 'Parcel' }],
  'offlinePasswords.rename': ['1', { name: 'Parcel', phone: '' }],
  'offlinePasswords.sendT0': [{ timeoutMs: 9_000 }],
  'members.all': [{ pageSize: 2 }],
  'members.add': [{ name: 'Nadia', sex: 'female' }],
  'members.change': [common.userId, { name: 'Nadja' }],
  'members.setValidity': [common.userId, validity],
  'methods.get': [ref],
  'methods.rename': [ref, 'Thumb'],
  'methods.delete': [ref],
  'methods.setDuress': [ref, true],
  'methods.assign': [[ref], admin.userId],
  'methods.unassign': [[ref]],
  'settings.set': ['volume', 'mute'],
  'settings.list': [{ raw: true }],
  'sharing.create': [{ kind: 'ble', times: 'unlimited', sharer: owner.uid, name: 'Jane' }],
  'sharing.verify': [invitation],
  'sharing.confirm': [{ ...invitation, receiver: 'uid-1' }],
  'sharing.cancel': [invitation],
}

/** Methods whose inputs are texts and flags, are copied by the panel, or are the link of the host, which is used as it is. */
const withoutObjects =
  /^(ble\.|apiRequest$|deviceId$|type$|supports$|capabilities$|mayUnlock$|current$|unreadRecords$|reject$|remoteUnlockSwitches$|setRemoteUnlock$|settings\.get$|temporaryPasswords\.(generate|get|remove|freeze|unfreeze|clearInvalid)$|offlinePasswords\.(dynamic|available|list|revocable|revoke)$|members\.(get|remove|removed|clearRemoved|setRole|mayManage)$|methods\.(list|ofMember|unassigned)$)/

const methodsOf = (value: object, prefix = ''): readonly string[] =>
  Object.entries(value).flatMap(([name, member]) => {
    if (typeof member === 'function') return [`${prefix}${name}`]
    const isNamespace = typeof member === 'object' && member !== null && !('subscribe' in member)
    return isNamespace ? methodsOf(member as object, `${name}.`) : []
  })

/** The same input; `onRead` is called for each access. */
const watched = (input: unknown, onRead: () => void): unknown => {
  if (typeof input !== 'object' || input === null) return input
  return new Proxy(input, {
    get: (target, key, receiver) => {
      onRead()
      return watched(Reflect.get(target, key, receiver), onRead)
    },
    ownKeys: (target) => {
      onRead()
      return Reflect.ownKeys(target)
    },
  })
}

const channels: readonly (HarnessOptions & { readonly over: string })[] = [
  { over: 'the mini-program', lock: seed.locks.frontDoor, families: ['mini-program'] },
  { over: 'the panel APIs', lock: seed.locks.frontDoor, families: ['panel'] },
  { over: 'routes', lock: seed.locks.garage, families: ['open-api'], pushes: true },
  {
    over: 'data points',
    lock: seed.locks.gardenGate,
    families: ['mini-program', 'panel'],
    dataPoints: true,
  },
]

describe('the inputs of flows', () => {
  it('are listed for every method of a lock that takes an object', () => {
    const harness = createHarness({ lock: seed.locks.frontDoor, families: ['mini-program'] })
    const all = methodsOf(lock(harness.panel, harness.deviceId, harness.options))
    const unlisted = all.filter((name) => !(name in inputs) && !withoutObjects.test(name))
    expect(unlisted).toEqual([])
    expect(Object.keys(inputs).filter((name) => !all.includes(name))).toEqual([])
    harness.panel.close()
  })

  it.each(channels)(
    'are not read after the call: over $over',
    async ({ over: _, ...options }) => {
      const late: string[] = []
      for (const [path, given] of Object.entries(inputs)) {
        const harness = createHarness(options)
        const door = lock(harness.panel, harness.deviceId, harness.options)
        let hasReturned = false
        const args = given.map((input) =>
          watched(input, () => {
            if (hasReturned && !late.includes(path)) late.push(path)
          }),
        )
        const [first = '', second] = path.split('.')
        const member: unknown = door[first as keyof Lock]
        const method = (second === undefined ? member : Object(member)[second]) as (
          ...inputs: Inputs
        ) => unknown
        const started = startedBy(() => method(...args))
        hasReturned = true
        await outcomeOf(harness.clock, Promise.resolve(resultOf(started)))
        await pass(harness.clock, 1_000)
        harness.panel.close()
      }
      expect(late).toEqual([])
    },
    60_000,
  )

  it('are copied, except for signals and for what cannot be read', () => {
    const signal = { aborted: false }
    const unreadable = new Proxy(
      {},
      {
        ownKeys: () => {
          throw new Error('unreadable')
        },
      },
    )
    const seen: unknown[] = []
    const { keep, value } = withOwnInputs({
      value: 1,
      keep: (...all: unknown[]) => void seen.push(...all),
    })
    const input = { list: [{ name: 'Guest' }], signal }
    keep(input, unreadable, 'text')
    input.list.push({ name: 'changed' })
    expect(seen[0]).toEqual({ list: [{ name: 'Guest' }], signal })
    expect((seen[0] as typeof input).signal).toBe(signal)
    expect(seen[1]).toBe(unreadable)
    expect([seen[2], value]).toEqual(['text', 1])
  })
})

/** A stream that this channel does not support throws at once. */
const startedBy = (start: () => unknown): unknown => {
  try {
    return start()
  } catch (error) {
    if (isUnsupportedError(error)) return undefined
    throw error
  }
}

/** The end of a promise, of an attempt, of a stream of records or of a list of members. */
const resultOf = (started: unknown): unknown => {
  const { done, take, next } = Object(started) as {
    readonly done?: Promise<unknown>
    readonly take?: (count: number) => Promise<unknown>
    readonly next?: () => Promise<unknown>
  }
  const ended = done ?? take?.(5) ?? next?.() ?? (started as Promise<unknown>)
  return Promise.resolve(ended).catch(() => undefined)
}
