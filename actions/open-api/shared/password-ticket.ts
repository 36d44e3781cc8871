import { id, int, record, secret, text } from '../../shared'

/** A ticket, which is valid for one command, with the key that encrypts a temporary password. */
export const ticketResult = record({
  key: {
    /** A secret: it is sufficient to unlock without a password. */
    ticket_id: secret(id()),
    /** Encrypted with the access key of the project. */
    ticket_key: secret(text()),
  },
  documented: {
    /** The remaining validity of the ticket. */
    expire_time: int('Long', { unit: 'seconds' }),
  },
})
