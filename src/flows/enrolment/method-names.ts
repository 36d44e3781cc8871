import type { MethodType } from '../../data-points/raw/methods'

/** The names of a method kind in each source; a source without a name does not support the kind. */
interface NamesOfKind {
  readonly dpCode: string
  /** `unlock_type` of the enrolment in document 003. */
  readonly route?: 'fingerprint' | 'password' | 'card' | 'face' | 'remoteControl'
  /** The name in raw data points. */
  readonly raw?: MethodType
  /** The name in `@ray-js/lock-sdk`. */
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

/** The method kinds that can be enrolled. */
export type EnrolmentType = keyof typeof kinds

const known: Readonly<Record<EnrolmentType, NamesOfKind>> = kinds

export const enrolmentTypes = (): readonly EnrolmentType[] => Object.keys(known) as EnrolmentType[]

export const namesOf = (type: EnrolmentType): NamesOfKind => known[type]

/** `undefined` for a kind that cannot be enrolled, such as a temporary password. */
export const typeNamed = (source: keyof NamesOfKind, name: unknown): EnrolmentType | undefined =>
  enrolmentTypes().find((type) => known[type][source] === name && name !== undefined)
