import { seed } from '../../../simulator'
import type { Examples } from './example'

const { frontDoor, gardenGate } = seed.locks
const device_id = frontDoor.id

export const deviceExamples = {
  'device.status': () => ({ device_id }),
  'device.control': () => ({ device_id, commands: [{ code: 'lock_motor_state', value: true }] }),
  'device.getListByIds': () => ({ device_ids: `${frontDoor.id},${gardenGate.id}` }),
  'device.pairingAuthKey': () => ({
    home_id: seed.home.id,
    uuid: frontDoor.uuid,
    uid: seed.members.owner.uid,
  }),
  'timer.currentTime': () => ({}),
} satisfies Partial<Examples>
