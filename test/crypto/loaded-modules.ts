import { createRequire } from 'node:module'
import { passwordCipher } from '../../src/crypto/password-cipher'
import { accessKey, ticketKey } from './vectors'

// Runs in its own process and prints how many files of crypto-js are loaded after each step.
const { cache } = createRequire(import.meta.url)
const loaded = () => Object.keys(cache).filter((path) => path.includes('/crypto-js/')).length

const main = async (): Promise<void> => {
  const imported = loaded()
  const cipher = passwordCipher({ accessKey })
  const created = loaded()
  await cipher.encrypt({ ticket_key: ticketKey }, '123456')
  console.log(JSON.stringify({ imported, created, used: loaded() > 0 }))
}

void main()
