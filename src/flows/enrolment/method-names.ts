import type { MethodType } from '../../data-points/raw/methods'

/** A kind of method as each source calls it; a source that has no name for it cannot take it in. */
interface NamesOfKind {
  readonly dpCode: string
  /** `unlock_type` of the enrolment in document 003. */
  readonly route?: 'fingerprint' | 'password' | 'card' | 'face' | 'remoteControl'
  /** Of the raw data points. */
  readonly raw?: MethodType
  /** Of `@ray-js/lock-sdk`. */
  readonly sdk?: string
}

const kinds = {
  fingerprint: {
    dpCode: 'unlock_fingerprint',
    route: 'fingerprint',
    raw: 'fingerprint',
    sdk: 'finger',
  },
  card: { dpCode: 'unlock_card', route: 'card', raw: 'card', sdk: 'card' },
  face: { dpCode: 'unlock_face', route: 'face', raw: 'face', sdk: 'face' },
  password: { dpCode: 'unlock_password', route: 'password', raw: 'password', sdk: 'password' },
  'remote-control': { dpCode: 'unlock_telecontrol_kit', route: 'remoteControl' },
  hand: { dpCode: 'unlock_hand', raw: 'hand', sdk: 'hand' },
  'finger-vein': { dpCode: 'unlock_finger_vein', raw: 'finger-vein', sdk: 'fingerVein' },
  eye: { dpCode: 'unlock_eye', sdk: 'eye' },
} as const satisfies Readonly<Record<string, NamesOfKind>>

/** The kinds of method that a lock can take in. */
export type EnrolmentType = keyof typeof kinds

const known: Readonly<Record<EnrolmentType, NamesOfKind>> = kinds

export const enrolmentTypes = (): readonly EnrolmentType[] => Object.keys(known) as EnrolmentType[]

export const namesOf = (type: EnrolmentType): NamesOfKind => known[type]

/** `undefined` for a kind that is none of ours, such as a temporary password. */
export const typeNamed = (source: keyof NamesOfKind, name: unknown): EnrolmentType | undefined =>
  enrolmentTypes().find((type) => known[type][source] === name && name !== undefined)
