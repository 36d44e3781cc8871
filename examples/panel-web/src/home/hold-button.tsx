import {
  type KeyboardEvent,
  type ReactElement,
  useCallback,
  useEffect,
  useRef,
  useState,
} from 'react'

interface HoldButtonProps {
  readonly label: string
  readonly holdingLabel: string
  readonly isOpen: boolean
  readonly onHeld: () => void
}

const HOLD_MS = 800

/** A button that has to be held, by finger or by key, so that a phone in a pocket opens no door. */
export const HoldButton = ({
  label,
  holdingLabel,
  isOpen,
  onHeld,
}: HoldButtonProps): ReactElement => {
  const [startMs, setStartMs] = useState<number>()
  const button = useRef<HTMLButtonElement>(null)
  const held = useRef(onHeld)
  useEffect(() => {
    held.current = onHeld
  })
  useEffect(() => {
    if (startMs === undefined) return undefined
    let frame = 0
    const grow = () => {
      const share = (performance.now() - startMs) / HOLD_MS
      button.current?.style.setProperty('--held', `${Math.min(share, 1) * 100}%`)
      if (share < 1) {
        frame = requestAnimationFrame(grow)
        return
      }
      setStartMs(undefined)
      held.current()
    }
    frame = requestAnimationFrame(grow)
    return () => cancelAnimationFrame(frame)
  }, [startMs])
  const start = useCallback(() => setStartMs(performance.now()), [])
  const end = useCallback(() => setStartMs(undefined), [])
  const isKey = ({ key }: KeyboardEvent) => key === 'Enter' || key === ' '
  const isHolding = startMs !== undefined
  return (
    <button
      ref={button}
      type="button"
      className={`hold ${isHolding ? 'holding' : ''} ${isOpen ? 'open' : ''}`}
      onPointerDown={start}
      onPointerUp={end}
      onPointerLeave={end}
      onPointerCancel={end}
      onKeyDown={(event) => {
        if (isKey(event) && !event.repeat) start()
      }}
      onKeyUp={(event) => {
        if (isKey(event)) end()
      }}
      onBlur={end}
      onContextMenu={(event) => event.preventDefault()}
    >
      <span>{isHolding ? holdingLabel : label}</span>
    </button>
  )
}
