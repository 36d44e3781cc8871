import { lettersOf, piecesOf } from './secret-forms'

/** A longer message may quote a whole request. */
const MAX_LENGTH = 200
/** What is read of a message. The rest is not shown, however much of the start is redacted. */
const MAX_READ = 4_000

/** Keys, tokens and encrypted passwords match this, and have a digit. */
const long = /[\w+/=-]{16,}/g
/** A word, a number of a few digits, or a word with one: `v1`, `unlock`, `ticketId`, `dp12`. */
const plainWord = /^(?:[A-Z]?[a-z]{0,20}(?:[A-Z][a-z]{1,20}){0,4}|[A-Z]{1,20})\d{0,4}$/

/**
 * Redacts a third-party message: first the known secrets, also in parts, spaced, and as base64 or hex; then everything
 * that looks like a secret.
 */
export const withoutSecrets = (message: string, secrets: readonly string[]): string => {
  // A word that is cut might no longer look like a secret.
  const text =
    message.length > MAX_READ ? message.slice(0, message.lastIndexOf(' ', MAX_READ)) : message
  const given = secrets.filter((secret) => secret !== '')
  const known = given.length === 0 ? text : withoutKnown(text, given)
  return known.replace(long, withoutOpaque).slice(0, MAX_LENGTH)
}

const withoutKnown = (text: string, secrets: readonly string[]): string => {
  const isSecret: boolean[] = []
  const mark = (from: number, to: number) => {
    for (let place = from; place < to; place++) isSecret[place] = true
  }
  for (const secret of secrets)
    for (let at = text.indexOf(secret); at >= 0; at = text.indexOf(secret, at + 1))
      mark(at, at + secret.length)

  const allPieces = piecesOf(secrets)
  for (const { text: letters, places } of [lettersOf(text), lettersOf(text, true)])
    allPieces.forEach((pieces, size) => {
      for (let start = 0; start + size <= letters.length; start++)
        if (pieces.has(letters.slice(start, start + size)))
          mark(places[start] as number, (places[start + size - 1] as number) + 1)
    })

  return text
    .replace(/[a-z\d]+|[^a-z\d]/gi, (word, at: number) => {
      const { length } = isSecret.slice(at, at + word.length).filter(Boolean)
      // What is left of a word around a piece may be the rest of the secret; one or two letters match by chance.
      return length > 2 || (length > 0 && length * 2 >= word.length) ? MASK : word
    })
    .replace(masked, '[secret]')
}

/** A character of no message. */
const MASK = '\uffff'
const masked = /\uffff+/g

/** Keeps what has a digit but is no secret: the route of an operation, without the ids in it, or a name with a number. */
const withoutOpaque = (run: string): string => {
  if (!/\d/.test(run) || isPlain(run)) return run
  const segments = run.split('/')
  // `0` follows `/v1.`, whose dot ends the run before.
  return segments.length > 1 && /^v?\d{0,2}$/.test(segments[0] as string)
    ? segments.map((segment) => (isPlain(segment) ? segment : '[hidden]')).join('/')
    : '[hidden]'
}

const isPlain = (run: string): boolean =>
  run.split(/[/+=_-]/).every((word) => plainWord.test(word)) && run.replace(/\D/g, '').length <= 4
