import { type Simulator, seed } from '../../../simulator'
import type { TemporaryPassword } from '../../../simulator/world/temporary-password'
import { encryptPassword } from '../../../src/crypto/ticket-crypto'
import { ticketFor } from '../../simulator/client'
import type { Examples } from './example'

const { frontDoor, garage, cellar, office } = seed.locks
const device_id = frontDoor.id
const painterId = seed.temporaryPasswords[0]?.id ?? ''
const guestsId = '300000002'
const DAY_SECONDS = 86_400
const firstPage = { page_no: 1, page_size: 20 }
const always = { start_time: 0, end_time: 0, ...firstPage }

/** Adds a password to a lock that is valid now. */
const addGuests = (
  { clock, world }: Simulator,
  lockId: string,
  fields: Partial<TemporaryPassword> = {},
): { readonly device_id: string; readonly password_id: string } => {
  const now = Math.floor(clock.now() / 1000)
  world.temporaryPasswords.push({
    id: guestsId,
    lockId,
    name: 'Guests',
    pin: '123456',
    effectiveTime: now - 60,
    invalidTime: now + DAY_SECONDS,
    phone: '',
    timeZone: '',
    type: 0,
    createdAtMs: clock.now(),
    state: 'sent',
    command: { kind: 'create-password', action: 'doorLock.createTemporaryPassword' },
    ...fields,
  })
  return { device_id: lockId, password_id: guestsId }
}

/** The parameters of a password for tomorrow, encrypted with a new ticket. */
const tomorrow = (simulator: Simulator, pin = '1234567') => {
  const { ticket_id, sessionKey } = ticketFor(simulator, device_id)
  const from = Math.floor(simulator.clock.now() / 1000) + DAY_SECONDS
  return {
    device_id,
    password: encryptPassword(pin, sessionKey),
    effective_time: from,
    invalid_time: from + DAY_SECONDS,
    password_type: 'ticket' as const,
    ticket_id,
  }
}

const ticketOf = (simulator: Simulator) => ({
  device_id,
  ticket_id: ticketFor(simulator, device_id).ticket_id,
})

export const lockRouteExamples = {
  'POST /v1.0/devices/{device_id}/door-lock/password-ticket': () => ({ device_id }),
  'POST /v1.0/smart-lock/devices/{device_id}/password-ticket': () => ({ device_id }),
  'POST /v1.0/devices/{device_id}/door-lock/temp-password': (simulator) => ({
    ...tomorrow(simulator),
    name: 'Cleaner',
  }),
  'POST /v2.0/devices/{device_id}/door-lock/temp-password': tomorrow,
  'GET /v1.0/devices/{device_id}/door-lock/temp-password/{password_id}': () => ({
    device_id,
    password_id: painterId,
  }),
  'GET /v1.0/devices/{device_id}/door-lock/temp-passwords': () => ({ device_id, valid: false }),
  'GET /v1.0/smart-lock/devices/{device_id}/stand-by-lock-temp-passwords': (simulator) => {
    addGuests(simulator, cellar.id)
    return { device_id: cellar.id, valid: true, page_size: 20 }
  },
  'PUT /v1.0/devices/{device_id}/door-lock/temp-passwords/{password_id}/modify-password': (
    simulator,
  ) => ({ ...tomorrow(simulator, '7777777'), name: 'Painter', password_id: painterId }),
  'PUT /v1.0/devices/{device_id}/door-lock/temp-passwords/{password_id}/freeze-password': (
    simulator,
  ) => addGuests(simulator, garage.id),
  'PUT /v1.0/devices/{device_id}/door-lock/temp-passwords/{password_id}/unfreeze-password': (
    simulator,
  ) => addGuests(simulator, garage.id, { state: 'frozen' }),
  'DELETE /v1.0/devices/{device_id}/door-lock/temp-passwords/{password_id}': (simulator) =>
    addGuests(simulator, device_id, { pin: '1234567' }),
  'DELETE /v1.0/devices/{device_id}/door-lock/temp-passwords/{password_id}/record': () => ({
    device_id,
    password_id: painterId,
  }),
  'POST /v1.0/devices/{device_id}/door-lock/temp-passwords/rest-password': () => ({ device_id }),
  'POST /v1.0/devices/{device_id}/door-lock/password-free/open-door': ticketOf,
  'POST /v1.0/smart-lock/devices/{device_id}/password-free/door-operate': (simulator) => ({
    ...ticketOf(simulator),
    open: false,
  }),
  'POST /v1.0/devices/{device_id}/door-lock/open-door': (simulator) => {
    addGuests(simulator, garage.id)
    const { ticket_id, sessionKey } = ticketFor(simulator, garage.id)
    const password = encryptPassword('123456', sessionKey)
    return { device_id: garage.id, password, password_type: 'ticket', ticket_id }
  },
  'PUT /v1.0/devices/{device_id}/door-lock/password-free/open-door/cancel': ({ lock, clock }) => {
    lock(device_id).unlockRequestedAtMs = clock.now()
    return { device_id, type: 1 }
  },
  'GET /v1.0/devices/{device_id}/door-lock/remote-unlocks': () => ({ device_id }),
  'POST /v1.0/devices/{device_id}/door-lock/remote-unlock/config': () => ({
    device_id,
    remote_unlock_type: 'remoteUnlockWithPwd',
    open: true,
  }),
  'POST /v1.1/devices/{device_id}/door-lock/offline-temp-password': ({ clock }) => ({
    device_id,
    type: 'multiple',
    name: 'Guests',
    effective_time: Math.floor(clock.now() / 1000),
    invalid_time: Math.floor(clock.now() / 1000) + DAY_SECONDS,
  }),
  // The fields of a row are not known, so the example lists none.
  'GET /v1.0/devices/{device_id}/door-lock/offline-temp-password': () => ({
    device_id,
    pwd_type_codes: 'clear_all',
    target_status: '',
    ...firstPage,
  }),
  'PUT /v1.0/devices/{device_id}/door-lock/offline-temp-password/{password_id}': () => ({
    device_id,
    password_id: seed.offlinePasswords[0]?.id ?? '',
    passwordName: 'Summer guests',
  }),
  'GET /v1.0/devices/{device_id}/door-lock/dynamic-password': () => ({ device_id }),
  'GET /v1.0/devices/{device_id}/door-lock/open-logs': () => ({ device_id, ...always }),
  'GET /v1.1/devices/{device_id}/door-lock/open-logs': () => ({ device_id, ...always }),
  'GET /v1.0/devices/{device_id}/door-lock/alarm-logs': () => ({
    device_id,
    codes: 'hijack,alarm_lock',
    ...firstPage,
  }),
  'GET /v1.1/devices/{device_id}/door-lock/alarm-logs': () => ({
    device_id,
    codes: 'alarm_lock',
    show_media_info: true,
    ...firstPage,
  }),
  'GET /v1.0/devices/{device_id}/door-lock/records': () => ({
    device_id,
    target_standard_dp_codes: 'unlock_card',
    ...always,
  }),
  'POST /v1.0/devices/{device_id}/door-lock/records/{record_id}/actions/allocate': () => ({
    device_id,
    // The card of this record belongs to no user.
    record_id: '500000005',
    user_id: seed.members.admin.userId,
  }),
  'GET /v1.0/devices/{device_id}/door-lock/latest/media/url': () => ({ device_id, file_type: 2 }),
  'GET /v1.0/smart-lock/devices/{device_id}/albums-media': () => ({ device_id }),
  'GET /v1.0/smart-lock/devices/{device_id}/media-view-times': () => ({ device_id }),
  'POST /v1.0/smart-lock/devices/{device_id}/media-view-times': () => ({ device_id }),
  'GET /v1.0/devices/{device_id}/door-lock/template/temp-password/{password_id}': (simulator) =>
    addGuests(simulator, office.id),
} satisfies Partial<Examples>
