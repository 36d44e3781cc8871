import { oneOf } from '../../shared'

/**
 * The DP code of a kind of unlocking method. Each table of documents 000 and 003 leaves out another few of these:
 * the list of home users has no remote control, and the iris is in one table only.
 */
export const unlockDpCode = oneOf([
  'unlock_fingerprint',
  'unlock_password',
  'unlock_card',
  'unlock_face',
  'unlock_hand',
  'unlock_finger_vein',
  'unlock_eye',
  'unlock_telecontrol_kit',
])
