import { createCipheriv, createDecipheriv } from 'node:crypto'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { createClock, createSimulator, type Simulator, seed } from '../../simulator'
import { installedTools } from '../support/installed-tools'

/** Loads a client of `tools/clients`, which are installed once. */
export const loadClient = (name: string): unknown =>
  createRequire(join(installedTools('clients', 40), 'package.json'))(name)

/** A simulated cloud on a real socket. The clients sign with the system time, so the clock is the real one. */
export const serveCloud = async ({ acceptsOldSignatures = false } = {}) => {
  const simulator = createSimulator({
    clock: createClock(),
    seed: { ...seed, acceptsOldSignatures },
  })
  const { url, close } = await simulator.serve()
  return { simulator, url, close }
}

export const actionsOf = ({ requests }: Simulator) => requests.map(({ action }) => action)

/** Encrypts a PIN with the key of a ticket, by the vendor's recipe and with Node's cryptography alone. */
export const encryptPin = (pin: string, ticketKey: string, accessKey: string): string => {
  const decipher = createDecipheriv('aes-256-ecb', accessKey, null)
  const sessionKey = Buffer.concat([decipher.update(ticketKey, 'hex'), decipher.final()])
  const cipher = createCipheriv('aes-128-ecb', sessionKey, null)
  return cipher.update(pin, 'utf8', 'hex') + cipher.final('hex')
}
