import type { Cloud } from '../cloud'
import type { Lock } from './lock'
import { LETTERS_AND_DIGITS, randomText } from './random-text'

/** A picture that a lock took. */
export interface Media {
  /** The storage that has the picture. */
  readonly bucket: string
  /** Begins with a slash. */
  readonly path: string
  /** A secret: it decrypts the picture. */
  readonly key: string
}

const KEY_LENGTH = 16

/** The picture that a lock with a camera takes now. */
export const takePicture = ({ now, random }: Cloud, lock: Lock): Media | undefined =>
  lock.type === 'wifi-video'
    ? {
        bucket: 'simulated-media',
        path: `/${lock.id}/${now()}.jpg`,
        key: randomText(random, KEY_LENGTH, LETTERS_AND_DIGITS),
      }
    : undefined

/** Does not resolve: the name is reserved for examples. */
export const mediaUrl = ({ bucket, path }: Media): string => `https://${bucket}.example${path}`
