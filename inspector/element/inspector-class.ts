import type { Subscription } from 'rxjs'
import type { InspectedCall } from '../model/call'
import { DEFAULT_LIMIT } from '../model/call-list'
import { exportJson } from '../model/export-json'
import {
  cleared,
  emptyInspection,
  type Inspection,
  shownCalls,
  withEvent,
  withFilter,
  withPauseToggled,
} from '../model/inspection'
import { textFor } from '../text/text-for'
import { createDownload } from './download'
import type { InspectedPanel, InspectorElement } from './inspector-element'
import { addStyle } from './style'
import { createView, type InspectorView } from './view'

/** Made on demand: without a DOM there is no class to extend. */
export const inspectorClass = (): CustomElementConstructor =>
  class extends HTMLElement implements InspectorElement {
    static readonly observedAttributes = ['lang']
    private readonly root = this.attachShadow({ mode: 'open' })
    private readonly download = createDownload('lockpanel-calls.json')
    private inspected: InspectedPanel | undefined
    private subscription: Subscription | undefined
    private inspection: Inspection = emptyInspection
    private view: InspectorView | undefined
    private isDrawing = false

    constructor() {
      super()
      addStyle(this.root)
    }

    get panel(): InspectedPanel | undefined {
      return this.inspected
    }

    set panel(panel: InspectedPanel | undefined) {
      if (panel === this.inspected) return
      this.inspected = panel
      this.change(cleared(this.inspection))
      this.connect()
    }

    get limit(): number {
      const limit = Number(this.getAttribute('limit'))
      return limit > 0 ? limit : DEFAULT_LIMIT
    }

    set limit(limit: number) {
      this.setAttribute('limit', String(limit))
    }

    get calls(): readonly InspectedCall[] {
      return this.inspection.calls
    }

    connectedCallback(): void {
      this.takeEarlyProperties()
      this.createView()
      this.connect()
    }

    disconnectedCallback(): void {
      this.subscription?.unsubscribe()
      this.subscription = undefined
    }

    attributeChangedCallback(): void {
      if (this.isConnected) this.createView()
    }

    clear(): void {
      this.change(cleared(this.inspection))
    }

    exportJson(): string {
      return exportJson(shownCalls(this.inspection))
    }

    /** A property that was set before the element was registered would hide the accessor of the class. */
    private takeEarlyProperties(): void {
      for (const name of ['panel', 'limit'] as const) {
        const early = Object.getOwnPropertyDescriptor(this, name)
        if (early === undefined) continue
        Reflect.deleteProperty(this, name)
        Object.assign(this, { [name]: early.value })
      }
    }

    private connect(): void {
      this.subscription?.unsubscribe()
      if (!this.isConnected) return
      this.subscription = this.inspected?.events$.subscribe((event) =>
        this.change(withEvent(this.inspection, event, this.limit)),
      )
    }

    private createView(): void {
      const language = this.lang || document.documentElement.lang
      this.view?.element.remove()
      this.view = createView(textFor(language), {
        filter: (change) => this.change(withFilter(this.inspection, change)),
        togglePause: () => this.change(withPauseToggled(this.inspection)),
        clear: () => this.clear(),
        exportJson: () => this.download(this.exportJson()),
      })
      this.root.append(this.view.element)
      this.view.draw(this.inspection)
    }

    /** Draws once a frame: a burst of events costs one drawing. */
    private change(inspection: Inspection): void {
      this.inspection = inspection
      if (this.isDrawing) return
      this.isDrawing = true
      requestAnimationFrame(() => {
        this.isDrawing = false
        this.view?.draw(this.inspection)
      })
    }
  }
