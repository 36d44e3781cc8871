import { urlInteger } from '../../../checks/url-values'
import { refuse } from '../../../refusal'
import type { Lock } from '../../../world/lock'

/** 1 a user of the home, 2 a user of the lock alone (document 003). */
export const userKind = urlInteger({ min: 1, max: 2 })

const ofHomeAlone: readonly Lock['type'][] = ['wifi-keepalive', 'wifi-video']

/** Keep-alive and video locks know users of the home only. */
export const checkUserKind = ({ type }: Lock, kind: number): void => {
  if (kind !== 1 && ofHomeAlone.includes(type)) refuse('param is illegal', 'user_type')
}
