import { Component, type ErrorInfo, type ReactElement, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import { Failure } from '../parts/states.js';

class Boundary extends Component<
  { readonly children: ReactNode },
  { readonly error: unknown; readonly failed: boolean }
> {
  override state: { error: unknown; failed: boolean } = { error: null, failed: false };

  static getDerivedStateFromError(error: unknown): { error: unknown; failed: boolean } {
    return { error, failed: true };
  }

  override componentDidCatch(error: unknown, info: ErrorInfo): void {
    console.error(error, info.componentStack);
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    // Most often the server was renewed, and this page names scripts that are gone: a new document knows the new ones.
    return <Failure error={this.state.error} onRetry={() => location.reload()} />;
  }
}

/** Keeps head and navigation alive when a screen fails; the next screen begins anew. */
export function ScreenBoundary({ children }: { readonly children: ReactNode }): ReactElement {
  const [path] = useLocation();
  return <Boundary key={path}>{children}</Boundary>;
}
