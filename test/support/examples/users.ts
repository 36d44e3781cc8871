import { seed } from '../../../simulator'
import type { Examples } from './example'

const { frontDoor, gardenGate } = seed.locks
const { owner, admin } = seed.members
const device_id = frontDoor.id

export const userExamples = {
  'doorLock.getUser': () => ({ device_id, user_id: '0' }),
  'doorLock.listUsers': () => ({
    device_id,
    target_standard_dp_codes: 'unlock_fingerprint',
    page_no: 1,
    page_size: 1,
  }),
  'doorLock.listUserOpmodes': () => ({
    device_id,
    user_id: owner.userId,
    target_unlock_standard_dp_codes: '',
    page_no: 1,
    page_size: 10,
  }),
  'doorLock.listUnallocatedOpmodes': () => ({ device_id, page_no: 1, page_size: 10 }),
  'doorLock.allocateOpmode': () => ({
    device_id,
    user_id: admin.userId,
    unlock_list: [{ dp_code: 'unlock_card', unlock_sn: 2 }],
  }),
  'doorLock.deallocateOpmode': () => ({
    device_id,
    user_id: owner.userId,
    dp_code: 'unlock_password',
    unlock_sn: 1,
  }),
  'doorLock.setHijack': () => ({ device_id, unlock_no: 1, unlock_type: 'fingerprint' }),
  'doorLock.removeHijack': () => ({ device_id, unlock_no: 2, unlock_type: 'fingerprint' }),
  'doorLock.getSyncableOpmodeTypes': () => ({
    device_id: gardenGate.id,
    target_standard_dp_codes: 'unlock_fingerprint',
  }),
} satisfies Partial<Examples>
