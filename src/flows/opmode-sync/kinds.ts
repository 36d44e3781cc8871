import { type SyncedMethod, synchMethod } from '../../data-points/raw/synch-method'

/** A kind of unlocking method; the byte itself where the vendor names none. */
export type MethodKind = SyncedMethod['type']

/** What raw data points can name; a kind with another code is a number there. */
const kindOfCode = new Map<string, MethodKind>([
  ['unlock_password', 'password'],
  ['unlock_card', 'card'],
  ['unlock_fingerprint', 'fingerprint'],
  ['unlock_face', 'face'],
  ['unlock_hand', 'hand'],
  ['unlock_finger_vein', 'finger-vein'],
])

/** The kinds that a command makes a lock report; `undefined` for what is no command. */
export const kindsOfCommand = (ins: string): readonly MethodKind[] | undefined => {
  const read = synchMethod.decode(ins)
  return read._tag === 'Right' ? read.right : undefined
}

/** The kinds that codes name; `undefined` where they name all, or one that only the cloud knows. */
export const kindsOfCodes = (codes: readonly string[]): readonly MethodKind[] | undefined => {
  const kinds = codes.map((code) => kindOfCode.get(code))
  return codes.length > 0 && kinds.every(isKind) ? kinds : undefined
}

const isKind = (kind: MethodKind | undefined): kind is MethodKind => kind !== undefined

/** Of the kinds of a command those that are meant: callers of one moment share a command, each for its own codes. */
export const kindsMeant = (
  codes: readonly string[],
  all: readonly MethodKind[],
): readonly MethodKind[] => {
  const named = kindsOfCodes(codes)
  return named === undefined ? all : all.filter((kind) => named.includes(kind))
}
