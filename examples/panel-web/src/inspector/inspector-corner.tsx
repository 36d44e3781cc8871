import type { InspectedPanel } from 'lockpanel/inspector'
import { lazy, type ReactElement, Suspense, useState } from 'react'
import { Loading } from '../parts/loading'
import { useLanguage } from '../text/language'

const Inspector = lazy(() =>
  import('./inspector').then(({ Inspector }) => ({ default: Inspector })),
)

/** A button that shows the calls of the panel. The inspector loads when it is first opened, and then stays, with its filter. */
export const InspectorCorner = ({ panel }: { readonly panel: InspectedPanel }): ReactElement => {
  const { text } = useLanguage()
  const [isLoaded, setLoaded] = useState(false)
  const [isOpen, setOpen] = useState(false)
  const toggle = () => {
    setLoaded(true)
    setOpen(!isOpen)
  }
  return (
    <aside className="inspector" aria-label={text.inspector}>
      <button type="button" aria-expanded={isOpen} onClick={toggle}>
        {text.inspector}
      </button>
      {isLoaded && (
        <Suspense fallback={<Loading />}>
          <Inspector panel={panel} isHidden={!isOpen} />
        </Suspense>
      )}
    </aside>
  )
}
