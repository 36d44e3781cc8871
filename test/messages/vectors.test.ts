import { describe, expect, it } from 'vitest'
import { loginPassword, messageKey, signatureOf } from '../../messages/credentials'
import { decrypt } from '../../messages/decrypt'

const CLIENT_ID = 'accessIdtesttesttest'
const SECRET = 'accessKeyesttesttesttesttesttest'
/** From the tests of a public client. */
const PUBLIC_ECB =
  '9Pe6AYEE2fJyCh5gcY/+mCY2yhFsxZ6Pjt+n1WkotuvVHRAKjf+aV+HPMrx55iSk1ot9TiUZkiufxWreZ7VMEJ3uo8iT992qq4w+mnjTfi/Ph9hyB3UJTQOlkdChT93LYnQGgEqWrY77X2vgC6bIKUGgCV2mD0A1a2QwO0gXtPhQabf1RL9SdVUUqqMJKgAEEYdqygcT/V08yNDgSAnIMQ=='
const PUBLIC_TEXT =
  '{"dataId":"dataIddataIddataIddataId","devId":"devIddevIddevIddevIddevId","productKey":"productKeypro","status":[{"code":"code","t":1622449865296,"value":280}]}'
/** Computed for this package, with Node's crypto. */
const OWN_TEXT =
  '{"dataId":"AAX1","devId":"vdevo1","productKey":"pk1","status":[{"12":"3","code":"unlock_fingerprint","value":3,"t":1622449865296}]}'
const OWN_ECB =
  'ypadFKZgZ2JAe7vu2GLNqjb8S04R6ZlU8wr/k15EiWnVfRgHKyhkb9N5GdWf4/7mIgoMD2a93I7S7rxHbzxNChd6YsAEyTM/ks6gc0IsTxC3TtHMBRt/Q80cbP+26KfOAOYlBYZ1GQwlApKHONrkIFBpt/VEv1J1VRSqowkqAASks2MIWB4xRMjs0t+n3xNk'
const OWN_GCM =
  'AAECAwQFBgcICQoLAeySMfZIKX4Bm3LVlpq9tFeyXtHh01PCPPHBHz54vygcwWNWlv1k33kIBtVaG7YNL0BKF5TB9jsW1G7hk4ScfeKyJXFLEh8LAF+WdAuLc4Jpl8dFtnz8HHqiToSn6E2Ei90kjkWNuRgpZ3fdAFdFA5ITITESTJZLvi+4bEOAIIQhYeiHmhU1bKxltYMi9Sx1ye+M'

const envelope = (data: string) => ({ data, protocol: 4, pv: '2.0', t: 1622449865378 })

describe('the message service: the vectors of the protocol', () => {
  const key = messageKey(SECRET)

  it('the password of the login is that of a public client', () => {
    expect(loginPassword(CLIENT_ID, SECRET)).toBe('ad0139f768d194a4')
  })

  it('the key is characters 8 to 24 of the secret', () => {
    expect(key.toString()).toBe('yesttesttesttest')
  })

  it.each([
    ['AES-ECB of a public client', 'aes_ecb', PUBLIC_ECB, PUBLIC_TEXT],
    ['AES-ECB', 'aes_ecb', OWN_ECB, OWN_TEXT],
    ['AES-GCM', 'aes_gcm', OWN_GCM, OWN_TEXT],
  ] as const)('%s is decrypted', (_, model, data, text) => {
    expect(decrypt(data, model, key)).toBe(text)
  })

  it.each([
    ['AES-ECB', OWN_ECB, '7e438389689875674e2ea367da326e5a'],
    ['AES-GCM', OWN_GCM, 'b960887ef6d944bd78a3bf4d6164e9a5'],
  ])('the signature over a message with %s is that of the vendor page', (_, data, sign) => {
    expect(signatureOf(envelope(data), SECRET)).toBe(sign)
    expect(signatureOf({ ...envelope(data), sign: 'x', empty: '' }, SECRET)).toBe(sign)
  })

  it('another key, a changed byte and a cut message give no text', () => {
    const changed = `B${OWN_GCM.slice(1)}`
    const other = messageKey(`other${SECRET}`)
    const wrong = [
      decrypt(OWN_GCM, 'aes_gcm', other),
      decrypt(OWN_ECB, 'aes_ecb', other),
      decrypt(changed, 'aes_gcm', key),
      decrypt(OWN_GCM.slice(0, 20), 'aes_gcm', key),
      decrypt('', 'aes_gcm', key),
      decrypt(OWN_ECB.slice(0, 20), 'aes_ecb', key),
    ]
    expect(wrong).toEqual([undefined, undefined, undefined, undefined, undefined, undefined])
  })
})
