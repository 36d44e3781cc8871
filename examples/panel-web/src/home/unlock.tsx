import { Button } from 'antd-mobile'
import { useAttempt, useLock, useLockState } from 'lockpanel/react'
import type { ReactElement } from 'react'
import { Problem } from '../parts/problem'
import { useLanguage } from '../text/language'
import { HoldButton } from './hold-button'

/** Unlocks and locks, and shows each step of the attempt. */
export const Unlock = (): ReactElement => {
  const { text, words } = useLanguage()
  const door = useLock()
  const { bolt } = useLockState()
  const unlock = useAttempt(door.unlock)
  const lock = useAttempt(door.lock)
  const [active, isUnlocking] =
    lock.current.status === 'idle' ? ([unlock, true] as const) : ([lock, false] as const)
  const { current } = active
  const begin = (attempt: typeof unlock | typeof lock) => {
    unlock.reset()
    lock.reset()
    attempt.run()
  }
  return (
    <div className="centre">
      {current.status === 'running' ? (
        <>
          <p role="status">{words.attemptStep(current.state)}</p>
          <Button onClick={active.cancel}>{text.home.cancel}</Button>
        </>
      ) : (
        <>
          <HoldButton
            label={text.home.holdToUnlock}
            holdingLabel={text.home.keepHolding}
            isOpen={bolt?.value === 'unlocked'}
            onHeld={() => begin(unlock)}
          />
          <p role="status">
            {current.status === 'done' ? (isUnlocking ? text.home.unlocked : text.home.locked) : ''}
          </p>
          {bolt?.value === 'unlocked' && (
            <Button onClick={() => begin(lock)}>{text.home.lock}</Button>
          )}
        </>
      )}
      {current.status === 'failed' && <Problem error={current.error} />}
    </div>
  )
}
