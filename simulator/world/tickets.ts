import { encryptTicketKey } from '../../src/crypto/ticket-crypto'
import type { Cloud } from '../cloud'
import { refuse } from '../refusal'
import { LETTERS_AND_DIGITS, randomText } from './random-text'

/** Valid for one command on one lock. */
export interface Ticket {
  /** The `ticket_id` of the command. */
  readonly id: string
  /** The id of the only lock that the ticket is valid for. */
  readonly lockId: string
  /** A secret: the AES-128 key that the caller finds in `ticket_key`. */
  readonly sessionKey: string
  /** Milliseconds since 1970. */
  readonly expiresAtMs: number
  /** A command has used the ticket. */
  spent: boolean
}

/** As sampled in document 001. */
const TICKET_LIFE_SECONDS = 360
const TICKET_ID_LENGTH = 16
/** AES-128. */
const SESSION_KEY_LENGTH = 16

/** Issues a ticket; returns it as in an answer. */
export const issueTicket = (cloud: Cloud, lockId: string) => {
  const ticket: Ticket = {
    id: unusedTicketId(cloud),
    lockId,
    sessionKey: randomText(cloud.random, SESSION_KEY_LENGTH, LETTERS_AND_DIGITS),
    expiresAtMs: cloud.now() + TICKET_LIFE_SECONDS * 1000,
    spent: false,
  }
  cloud.world.tickets.push(ticket)
  return {
    ticket_id: ticket.id,
    ticket_key: encryptTicketKey(ticket.sessionKey, cloud.accessKey),
    expire_time: TICKET_LIFE_SECONDS,
  }
}

/**
 * Consumes a ticket: a well-formed command consumes it, also if the command is refused.
 * A consumed, expired or unknown ticket, or that of another lock, is refused.
 */
export const spendTicket = (cloud: Cloud, lockId: string, ticketId: string): Ticket => {
  const ticket = cloud.world.tickets.find(({ id }) => id === ticketId)
  if (ticket === undefined || ticket.spent) return refuse('ticket invalid')
  if (ticket.lockId !== lockId || ticket.expiresAtMs <= cloud.now()) return refuse('ticket invalid')
  ticket.spent = true
  return ticket
}

/** With a constant `random` of a test, the ids are counted up. */
const unusedTicketId = ({ world, random }: Cloud): string => {
  const id = randomText(random, TICKET_ID_LENGTH, LETTERS_AND_DIGITS)
  const isTaken = world.tickets.some((ticket) => ticket.id === id)
  return isTaken ? `${id}${world.tickets.length}` : id
}
