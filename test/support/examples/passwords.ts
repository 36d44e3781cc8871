import { type Simulator, seed } from '../../../simulator'
import { encryptPassword } from '../../../src/crypto/ticket-crypto'
import { ticketFor } from '../../simulator/client'
import type { Examples } from './example'

const device_id = seed.locks.frontDoor.id
const painterId = seed.temporaryPasswords[0]?.id ?? ''
const guestsId = seed.offlinePasswords[0]?.id ?? ''
const SECONDS_PER_DAY = 86_400

/** The parameters of a password for tomorrow, encrypted with a new ticket. */
const tomorrow = (simulator: Simulator, pin = '1234567') => {
  const { ticket_id, sessionKey } = ticketFor(simulator, device_id)
  const from = Math.floor(simulator.clock.now() / 1000) + SECONDS_PER_DAY
  return {
    device_id,
    password: encryptPassword(pin, sessionKey),
    effective_time: from,
    invalid_time: from + SECONDS_PER_DAY,
    password_type: 'ticket' as const,
    ticket_id,
  }
}

export const passwordExamples = {
  'doorLock.passwordTicket': () => ({ device_id }),
  'doorLock.createTemporaryPassword': (simulator) => ({ ...tomorrow(simulator), name: 'Cleaner' }),
  'doorLock.createTemporaryPasswordWithoutName': tomorrow,
  'doorLock.modifyTemporaryPassword': (simulator) => ({
    ...tomorrow(simulator, '7777777'),
    password_id: painterId,
  }),
  'doorLock.getTemporaryPassword': () => ({ device_id, password_id: painterId }),
  'doorLock.getTemporaryPasswordList': () => ({ device_id, valid: false }),
  'doorLock.deleteTemporaryPassword': () => ({ device_id, password_id: painterId }),
  'doorLock.removalInvalidTempPasswords': () => ({ device_id }),
  'doorLock.getDynamicPassword': () => ({ device_id }),
  'doorLock.deleteOfflinePassword': () => ({ device_id, password_id: guestsId }),
} satisfies Partial<Examples>
