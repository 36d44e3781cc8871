import { Button } from 'antd-mobile'
import type { ReactElement } from 'react'
import { useLanguage } from '../text/language'

interface ProblemProps {
  /** What was thrown; nothing is shown for `undefined`. */
  readonly error: unknown
  readonly onRetry?: () => void
}

/** What happened, and what the person can do about it. */
export const Problem = ({ error, onRetry }: ProblemProps): ReactElement | null => {
  const { text, words } = useLanguage()
  if (error === undefined) return null
  const { title, advice } = words.error(error)
  return (
    <div className="problem" role="alert">
      <strong>{title}</strong>
      <p>{advice}</p>
      {onRetry !== undefined && <Button onClick={onRetry}>{text.retry}</Button>}
    </div>
  )
}
