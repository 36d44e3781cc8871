import { type Simulator, seed } from '../../../simulator'
import { encryptPassword } from '../../../src/crypto/ticket-crypto'
import { call, ticketFor } from '../../simulator/client'
import type { Examples } from './example'

const { frontDoor, gardenGate, garage } = seed.locks
const device_id = frontDoor.id

/** Adds a password to the garage that is valid now. */
const garagePassword = ({ clock, world }: Simulator): string => {
  const now = Math.floor(clock.now() / 1000)
  const pin = '123456'
  world.temporaryPasswords.push({
    id: '300000001',
    lockId: garage.id,
    name: 'Neighbour',
    pin,
    effectiveTime: now - 60,
    invalidTime: now + 3_600,
    phone: '',
    timeZone: '',
    type: 0,
    state: 'sent',
    command: { kind: 'create-password', action: 'doorLock.createTemporaryPassword' },
  })
  return pin
}

const bleInstruction = (simulator: Simulator) => {
  const config = call<{ lock_random: { ins: string } }>(simulator, 'doorLock.getIssuedConfig', {
    device_id: gardenGate.id,
  })
  return {
    device_id: gardenGate.id,
    bluetooth_sn: 7,
    device_random: config.lock_random.ins,
  }
}

export const openingExamples = {
  'doorLock.remoteUnlocks': () => ({ device_id }),
  'doorLock.remoteUnlockConfig': () => ({
    device_id,
    remote_unlock_type: 'remoteUnlockWithPwd',
    open: true,
  }),
  'doorLock.passwordFreeOpen': (simulator) => ({
    device_id,
    ticket_id: ticketFor(simulator, device_id).ticket_id,
  }),
  'doorLock.openDoor': (simulator) => {
    const { ticket_id, sessionKey } = ticketFor(simulator, garage.id)
    const password = encryptPassword(garagePassword(simulator), sessionKey)
    return { device_id: garage.id, password, password_type: 'ticket', ticket_id }
  },
  'doorLock.cancelPasswordFreeOpen': (simulator) => {
    simulator.lock(device_id).unlockRequestedAtMs = simulator.clock.now()
    return { device_id, type: 1 }
  },
  'doorLock.getAvailableInstructions': () => ({ device_id }),
  'doorLock.getIssuedConfig': () => ({ device_id: gardenGate.id }),
  'doorLock.unlockInstruction': bleInstruction,
  'doorLock.bleOpenInstruction': (simulator) => ({
    ...bleInstruction(simulator),
    open: true,
    bluetooth_major_version: 3,
  }),
} satisfies Partial<Examples>
