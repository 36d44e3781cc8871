/** Letters and digits in lower case, without spaces and punctuation. */
export interface Letters {
  readonly text: string
  /** The place of each letter in the original text. */
  readonly places: readonly number[]
}

/** A longer secret is recognised by its start; the rest looks like a secret anyway. */
const MAX_SECRET = 1_000
const isLetter = /[a-z\d\u00a1-\u1fff\u2070-\u2fff\u3001-\ufefe\uff00-\uffff]/
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const plainWord = /^[A-Z]?(?:[a-z]*|[A-Z]*)$/

/** With `isHex`, the `0x` of hex bytes is left out, too. */
export const lettersOf = (text: string, isHex = false): Letters => {
  const places: number[] = []
  let letters = ''
  for (let place = 0; place < text.length; place++) {
    const letter = (text[place] as string).toLowerCase()
    const isHexMark =
      isHex &&
      /^0x[\da-f]/i.test(text.slice(place, place + 3)) &&
      places[places.length - 1] !== place - 1
    if (isHexMark) place++
    else if (letter.length === 1 && isLetter.test(letter)) {
      letters += letter
      places.push(place)
    }
  }
  return { text: letters, places }
}

/**
 * The parts by which a secret is recognised, by their length: pieces of its text, and of its base64 and hex forms.
 *
 * A piece is half of a short secret and six letters of a long one, because a cut secret is still a leak. Three digits are a
 * piece of a PIN. A secret of letters alone may be a word of a sentence, so more of it must match.
 */
export const piecesOf = (secrets: readonly string[]): ReadonlyMap<number, ReadonlySet<string>> => {
  const pieces = new Map<number, Set<string>>()
  for (const secret of secrets)
    for (const form of formsOf(secret.slice(0, MAX_SECRET))) {
      const { text } = lettersOf(form)
      const size = sizeOf(form, text.length)
      const known = pieces.get(size) ?? new Set()
      pieces.set(size, known)
      for (let start = 0; start + size <= text.length; start++)
        known.add(text.slice(start, start + size))
    }
  return pieces
}

const sizeOf = (form: string, length: number): number =>
  plainWord.test(form.replace(/[^a-z\d]/gi, ''))
    ? Math.max(4, Math.ceil((length * 2) / 3))
    : Math.min(6, Math.max(/^\d+$/.test(form) ? 3 : 4, Math.ceil(length / 2)))

/** Secrets are ASCII; another character has one wrong byte in the encoded forms. */
const formsOf = (secret: string): readonly string[] => {
  const bytes = Array.from(secret, (character) => character.charCodeAt(0) & 0xff)
  return [
    secret,
    bytes.map((byte) => byte.toString(16).padStart(2, '0')).join(''),
    // A data point has a byte for each digit of a PIN.
    /^\d+$/.test(secret) ? secret.replace(/\d/g, '0$&') : '',
    // In the base64 form of a longer text, a secret begins in one of three positions within a group.
    base64Of(bytes),
    base64Of([0, ...bytes]).slice(2),
    base64Of([0, 0, ...bytes]).slice(3),
  ]
}

const base64Of = (bytes: readonly number[]): string => {
  let text = ''
  let bits = 0
  let count = 0
  for (const byte of bytes) {
    bits = ((bits << 8) | byte) & 0xffff
    for (count += 8; count >= 6; ) {
      count -= 6
      text += ALPHABET[(bits >> count) & 63]
    }
  }
  return count === 0 ? text : text + ALPHABET[(bits << (6 - count)) & 63]
}
