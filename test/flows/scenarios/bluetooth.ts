import { seed } from '../../../simulator'
import { bluetooth } from '../../../src/flows/bluetooth/bluetooth'
import { createPhoneLink } from '../bluetooth/phone-link'
import type { FlowHarness } from '../support/flow-harness'
import type { Scenario } from '../support/scenario'
import { briefly, type Channel, inApp } from './channels'

/** Set by the fault `wrong random`: only then the lock rejects an instruction, and the flow sends another one. */
const OTHER_RANDOM = '3939393939393939'

const ble = ({ panel, deviceId, options }: FlowHarness) => bluetooth(panel, deviceId, options)

const scenario = (
  over: string,
  lock: Scenario['harness']['lock'],
  method: 'open' | 'close',
  majorVersion: 3 | 4 = 3,
  run: Scenario['run'] = (harness) =>
    ble(harness)[method](createPhoneLink(harness, { majorVersion })).done,
): Scenario => ({
  flow: `bluetooth: ${method}`,
  over,
  harness: { lock, families: ['mini-program'] },
  run,
  check: ({ lock: { ble: state }, simulator: { journal }, steps }, outcome) => {
    const sent = steps.filter((step) => step === 'send instruction').length
    if (sent > 1 && state?.random !== OTHER_RANDOM)
      throw new Error('the instruction was sent twice')
    const commands = journal.map(({ command }) => command)
    if ('value' in outcome && !commands.includes(method === 'open' ? 'unlock' : 'lock'))
      throw new Error('the bolt is in the other position')
  },
})

const { gardenGate, loft } = seed.locks

/** The random number that the vendor's app has; the app reads it by means of its own, which have no faults here. */
const overApp = ([over, harnessOptions]: Channel, method: 'open' | 'close'): Scenario => ({
  flow: `bluetooth: ${method}`,
  over,
  harness: harnessOptions,
  run: (harness) => {
    const random = harness.lock.ble?.random ?? ''
    const lockRandom = () => ({ devUnlockId: '0001', ins: random, wakeUpIns: '00' })
    const options = { ...harness.options, lockRandom }
    return bluetooth(harness.panel, harness.deviceId, options)[method]().done
  },
  check: ({ simulator: { journal } }, outcome) => {
    const wanted = method === 'open' ? 'unlock' : 'lock'
    const commands = journal.filter(({ command }) => command === wanted)
    if (commands.length > 1) throw new Error('the instruction was executed twice')
    if ('value' in outcome && commands.length === 0)
      throw new Error('the bolt is in the other position')
  },
})

const inProcess: Channel = [
  'data points of the vendor app',
  { lock: loft, families: ['panel'], dataPoints: true },
]

const session: Pick<Scenario, 'flow' | 'prepare'> = {
  flow: 'bluetooth: session',
  prepare: ({ lock: { absentUsers, ble: state } }) => {
    absentUsers.push({ userId: '1099', lockUserId: 9, userType: 20 })
    if (state) state.storedRecords = [{ dpCode: 'unlock_card', unlockSn: 2, timeMs: 0 }]
  },
}

const sessionOverPhone: Scenario = {
  ...session,
  over: 'mini-program',
  harness: { lock: gardenGate, families: ['mini-program'] },
  run: (harness) => ble(harness).startSession(createPhoneLink(harness)).done,
}

/** A part that is told as done was done by the lock. */
const sessionOverApp = ([over, harnessOptions]: Channel): Scenario => ({
  ...session,
  over,
  harness: harnessOptions,
  run: async (harness) => {
    const lockSync = () => ({ removedUser: [{ lockUserId: 9 }], lockRecord: '00' })
    const options = { ...harness.options, lockSync }
    const { done } = bluetooth(harness.panel, harness.deviceId, options).startSession()
    const { removedMembers, records } = await done
    const { absentUsers } = harness.lock
    if (removedMembers.status === 'done' && absentUsers.length > 0)
      throw new Error('the removed user is still on the lock')
    if (records.status === 'done' && records.reports.length === 0)
      throw new Error('no stored record was delivered')
  },
})

export const bluetoothScenarios: readonly Scenario[] = [
  scenario('mini-program, with a new random number', gardenGate, 'open'),
  scenario('mini-program, with the random number of the lock', loft, 'open'),
  overApp(inProcess, 'open'),
  overApp(inProcess, 'close'),
  ...briefly(
    inApp.gateway.flatMap((channel) => [overApp(channel, 'open'), overApp(channel, 'close')]),
  ),
  sessionOverPhone,
  sessionOverApp(inProcess),
  ...briefly(inApp.gateway.map(sessionOverApp)),
  scenario('mini-program, protocol 4', gardenGate, 'close', 4),
  scenario('mini-program, a double tap over two lock objects', gardenGate, 'open', 3, (harness) => {
    const link = createPhoneLink(harness)
    const [first, second] = [ble(harness).open(link), ble(harness).open(link)]
    return Promise.all([first.done, second.done])
  }),
]
