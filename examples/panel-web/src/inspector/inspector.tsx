import { defineInspector, type InspectedPanel, type InspectorElement } from 'lockpanel/inspector'
import type { DetailedHTMLProps, HTMLAttributes, ReactElement } from 'react'
import { useLanguage } from '../text/language'

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'lockpanel-inspector': DetailedHTMLProps<
        HTMLAttributes<InspectorElement>,
        InspectorElement
      > & {
        readonly panel: InspectedPanel
      }
    }
  }
}

defineInspector()

interface InspectorProps {
  readonly panel: InspectedPanel
  readonly isHidden: boolean
}

/** React 19 passes the panel on as a property of the element. */
export const Inspector = ({ panel, isHidden }: InspectorProps): ReactElement => (
  <lockpanel-inspector panel={panel} lang={useLanguage().code} hidden={isHidden} />
)
