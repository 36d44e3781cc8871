import { type Simulator, seed } from '../../simulator'
import { encryptPassword } from '../../src/crypto/ticket-crypto'
import { call } from './client'

const DAY_S = 86_400

/** A password for tomorrow, encrypted with the local key of the lock. */
export const panelPassword = ({ clock }: Simulator, pin: string, name: string) => {
  const { id, localKey } = seed.locks.frontDoor
  const from = Math.floor(clock.now() / 1000) + DAY_S
  return {
    devId: id,
    password: encryptPassword(pin, localKey),
    name,
    effectiveTime: from,
    invalidTime: from + DAY_S,
    availTime: 0 as const,
  }
}

export const nanny = {
  devId: seed.locks.frontDoor.id,
  name: 'Nanny',
  avatar: '',
  sex: '',
  birthday: '',
  height: 0,
}

/** Adds a user without an account; returns their id. */
export const addPanelUser = (simulator: Simulator): string =>
  call<{ userId: string }>(simulator, 'm.smart.scale.history.user.add', nanny).userId
