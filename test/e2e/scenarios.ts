import type { allActions } from '../../actions'
import { type Simulator, seed } from '../../simulator'
import type { CallsOf, Panel } from '../../src/core/panel/panel'
import { passwordCipher } from '../../src/crypto/password-cipher'

export type EveryPanel = Panel<CallsOf<typeof allActions>>
export interface Stage {
  readonly panel: EveryPanel
  readonly simulator: Simulator
}

const { frontDoor, gardenGate } = seed.locks
const device_id = frontDoor.id
const SECONDS_PER_DAY = 86_400

const ticketFor = ({ panel }: Stage) => panel.apiRequest('doorLock.passwordTicket', { device_id })

/** A password for tomorrow, encrypted with a fresh ticket, as a panel would ask for it. */
export const passwordParams = async (stage: Stage, name = 'Cleaner') => {
  const ticket = await ticketFor(stage)
  const cipher = passwordCipher({ accessKey: stage.simulator.accessKey })
  const from = Math.floor(stage.simulator.clock.now() / 1000) + 60
  return {
    device_id,
    name,
    password: await cipher.encrypt(ticket, '1234567'),
    effective_time: from,
    invalid_time: from + SECONDS_PER_DAY,
    password_type: 'ticket',
    ticket_id: ticket.ticket_id,
  }
}

/**
 * One plain use of each action, against the seed. What it gives must not depend on the shape of the answers: ids and
 * times that differ from run to run are left out.
 */
export const scenarios: Readonly<Record<string, (stage: Stage) => Promise<unknown>>> = {
  'device.status': ({ panel }) => panel.apiRequest('device.status', { device_id }),
  'timer.currentTime': async ({ panel, simulator }) => {
    const time = await panel.apiRequest('timer.currentTime')
    return time <= simulator.clock.now() && time > simulator.clock.now() - 60_000
  },
  'device.getListByIds': ({ panel }) =>
    panel.apiRequest('device.getListByIds', { device_ids: `${frontDoor.id},${gardenGate.id}` }),
  'doorLock.listUsers': ({ panel }) =>
    panel
      .apiRequest('doorLock.listUsers', {
        device_id,
        target_standard_dp_codes: 'unlock_fingerprint,unlock_card',
        page_no: 1,
        page_size: 10,
      })
      .then(({ records }) => records),
  'doorLock.listUserOpmodes': ({ panel }) =>
    panel.apiRequest('doorLock.listUserOpmodes', {
      device_id,
      user_id: seed.members.owner.userId,
      target_unlock_standard_dp_codes: '',
      page_no: 1,
      page_size: 10,
    }),
  'doorLock.getSyncableOpmodeTypes': ({ panel }) =>
    panel.apiRequest('doorLock.getSyncableOpmodeTypes', {
      device_id: gardenGate.id,
      target_standard_dp_codes: 'unlock_fingerprint',
    }),
  'doorLock.passwordTicket': async (stage) => {
    const { expire_time, ticket_key } = await ticketFor(stage)
    return { expire_time, keyLength: ticket_key.length }
  },
  'doorLock.createTemporaryPassword': async (stage) =>
    Object.keys(
      await stage.panel.apiRequest('doorLock.createTemporaryPassword', await passwordParams(stage)),
    ),
  'doorLock.getTemporaryPasswordList': async (stage) => {
    await stage.panel.apiRequest('doorLock.createTemporaryPassword', await passwordParams(stage))
    const list = await stage.panel.apiRequest('doorLock.getTemporaryPasswordList', {
      device_id,
      valid: true,
    })
    return list.map(({ name, phase }) => ({ name, phase }))
  },
  'doorLock.remoteUnlocks': ({ panel }) =>
    panel.apiRequest('doorLock.remoteUnlocks', { device_id }),
  'doorLock.passwordFreeOpen': async (stage) => {
    const { ticket_id } = await ticketFor(stage)
    return stage.panel.apiRequest('doorLock.passwordFreeOpen', { device_id, ticket_id })
  },
  'doorLock.alarmLogs': ({ panel }) =>
    panel.apiRequest('doorLock.alarmLogs', {
      device_id,
      page_no: 1,
      page_size: 10,
      codes: 'hijack,alarm_lock',
    }),
}
