import { seed } from '../../../simulator'
import { bluetooth } from '../../../src/flows/bluetooth/bluetooth'
import { phoneLink } from '../bluetooth/phone-link'
import type { Scenario } from '../support/scenario'
import type { Stage } from '../support/stage'

/** What the fault of a wrong random leaves: the one case in which the lock refuses, and is sent another instruction. */
const OTHER_RANDOM = '3939393939393939'

const ble = ({ panel, deviceId, options }: Stage) => bluetooth(panel, deviceId, options)

const scenario = (
  over: string,
  lock: Scenario['stage']['lock'],
  wish: 'open' | 'close',
  majorVersion: 3 | 4 = 3,
  run: Scenario['run'] = (stage) => ble(stage)[wish](phoneLink(stage, { majorVersion })).done,
): Scenario => ({
  flow: `bluetooth: ${wish}`,
  over,
  stage: { lock, families: ['mini-program'] },
  run,
  check: ({ lock: { status, ble: session }, steps }, outcome) => {
    const sent = steps.filter((step) => step === 'send instruction').length
    if (sent > 1 && session?.random !== OTHER_RANDOM) throw new Error('it was sent twice')
    const bolt = status.find(({ code }) => code === 'lock_motor_state')?.value
    if ('value' in outcome && bolt !== (wish === 'open')) throw new Error('the bolt is elsewhere')
  },
})

const { gardenGate, loft } = seed.locks

export const bluetoothScenarios: readonly Scenario[] = [
  scenario('mini-program, with a new random', gardenGate, 'open'),
  scenario('mini-program, with the random that the lock has', loft, 'open'),
  scenario('mini-program, protocol 4', gardenGate, 'close', 4),
  scenario('mini-program, a double tap over two lock objects', gardenGate, 'open', 3, (stage) => {
    const link = phoneLink(stage)
    const [one, other] = [ble(stage).open(link), ble(stage).open(link)]
    return Promise.all([one.done, other.done])
  }),
]
