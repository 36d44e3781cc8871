import { ParamsError } from '../../core/errors/params-error'
import { radioOf } from '../../core/supports-lock-type'
import type { LockContext } from '../shared/lock-context'

/** Whether the passwords that this panel has created are valid for one opening; the cloud does not return it. */
export const onceOf = ({ sharedState }: LockContext) =>
  sharedState('once', () => new Map<string, boolean>())

/**
 * The field `type`: as the caller says. The cloud of Zigbee locks requires it in every change (document 001, line 1032);
 * there, the default is as this panel has created the password. A guess could make a password for one opening reusable.
 */
export const typeOf = (
  action: string,
  context: LockContext,
  id: string,
  once: boolean | undefined,
): { readonly type?: 0 | 1 } => {
  const isZigbee = radioOf(context.options.type) === 'zigbee'
  const isOnce = once ?? (isZigbee ? onceOf(context).get(id) : undefined)
  if (isOnce === undefined && isZigbee) throw new ParamsError({ action }, [onceMissing])
  if (isOnce === undefined) return {}
  return { type: isOnce ? 1 : 0 }
}

const onceMissing = {
  path: 'once',
  message:
    'required on a Zigbee lock for a password of another panel: the cloud does not return it',
}
