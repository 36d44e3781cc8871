import { of } from 'rxjs'
import { allActions } from '../../../actions'
import { bleOpenInstruction } from '../../../actions/mini-program/door-lock/ble-open-instruction'
import { getIssuedConfig } from '../../../actions/mini-program/door-lock/get-issued-config'
import { createPanel } from '../../../src/core/panel/create-panel'
import { handle } from '../../../src/core/panel/handle'
import { bleUnlockCheck } from '../../../src/data-points/raw/ble-unlock-check'
import { bluetooth } from '../../../src/flows/bluetooth/bluetooth'
import { createBleHarness } from './ble-harness'

const SAME_RANDOM = '3233353730333735'
const SLAVE_ID = '0005'

/** A Bluetooth harness whose cloud keeps one random number until a test changes `lock.random`, so that reports look alike. */
export const createSameRandomHarness = () => {
  const harness = createBleHarness()
  const { clock, simulator, deviceId, options } = harness
  const lock = { random: SAME_RANDOM }
  const panel = createPanel({
    actions: allActions,
    transport: simulator.asTransport(),
    clock: harness.clock,
    handlers: [
      handle(getIssuedConfig, () =>
        of({
          lock_random: {
            distributed: false,
            dp_id: 70,
            ins: lock.random,
            wake_up_ins: '',
            dev_unlock_id: SLAVE_ID,
          },
          lock_record: { distributed: false, dp_id: 56, ins: '' },
        }),
      ),
      handle(bleOpenInstruction, ({ bluetooth_sn, device_random, open }) => {
        const instruction = bleUnlockCheck.encode({
          masterId: 'ffff',
          slaveId: SLAVE_ID,
          random: device_random.slice(0, SAME_RANDOM.length),
          operation: open === true ? 'unlock' : 'lock',
          atMs: clock.now(),
          by: 'app',
          memberId: 1,
        })
        const head = `03${bluetooth_sn.toString(16).padStart(8, '0')}`
        return of({ instruction: `${head}${instruction}`, next_sn: bluetooth_sn + 3 })
      }),
    ],
  })
  return { ...harness, lock, panel, ble: bluetooth(panel, deviceId, options) }
}
