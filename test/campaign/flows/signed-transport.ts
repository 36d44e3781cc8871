import type { Simulator } from '../../../simulator'
import type { FetchLike } from '../../../src/core/transport/fetch-like'
import type { Transport } from '../../../src/core/transport/transport'
import { openApi } from '../../../src/open-api/open-api'
import { repeatableRandom } from '../../flows/support/flow-harness'

/** The random numbers of a nonce. */
const NONCE_LENGTH = 4

/**
 * A signature takes real time, because it loads the cryptography. So the signatures of a story wait here, and are made one
 * after the other, when no other work is left: every run has the same order.
 */
export interface Signatures {
  readonly waiting: (() => void)[]
  isSigning: boolean
}

/** The signed transport to the simulator, over a connection. */
export const signedTransport = (
  { clientId, accessKey: secret }: Simulator,
  signatures: Signatures,
  fetch: FetchLike,
  now: () => number,
): Transport => {
  const random = repeatableRandom(5)
  let count = 0
  return openApi({
    baseUrl: 'http://cloud.example',
    clientId,
    secret,
    clock: { now },
    // The first step of a signature reads the headers, and the last one makes the nonce.
    headers: () =>
      new Promise((resolve) => {
        signatures.waiting.push(() => resolve({}))
      }),
    random: () => {
      if (++count % NONCE_LENGTH === 0) signatures.isSigning = false
      return random()
    },
    fetch,
  })
}
