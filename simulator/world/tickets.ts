import { encryptTicketKey } from '../../src/crypto/ticket-crypto'
import type { Cloud } from '../cloud'
import { refuse } from '../refusal'
import { LETTERS_AND_DIGITS, randomText } from './random-text'
import type { Ticket } from './ticket'

/** As sampled in document 001. */
const TICKET_LIFE_SECONDS = 360
const TICKET_ID_LENGTH = 16
/** AES-128. */
const SESSION_KEY_LENGTH = 16

/** Makes a ticket; gives what its holder is told. */
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
 * Takes a ticket: it is spent as soon as it is shown with a well-formed order, whatever becomes of the order.
 * A ticket that is spent, expired, unknown or of another lock is refused.
 */
export const spendTicket = (cloud: Cloud, lockId: string, ticketId: string): Ticket => {
  const ticket = cloud.world.tickets.find(({ id }) => id === ticketId)
  if (ticket === undefined || ticket.spent) return refuse('ticket invalid')
  if (ticket.lockId !== lockId || ticket.expiresAtMs <= cloud.now()) return refuse('ticket invalid')
  ticket.spent = true
  return ticket
}

/** A test may pass in a `random` that gives the same number for ever: then the ids are counted on. */
const unusedTicketId = ({ world, random }: Cloud): string => {
  const id = randomText(random, TICKET_ID_LENGTH, LETTERS_AND_DIGITS)
  const isTaken = world.tickets.some((ticket) => ticket.id === id)
  return isTaken ? `${id}${world.tickets.length}` : id
}
