import { Component, type ComponentType, type ReactNode } from 'react';

export interface FailureProps {
  readonly error: unknown;
  /** Draws again what failed. */
  readonly onRetry: () => void;
}

interface ErrorBoundaryProps {
  /** Shown in place of what failed. */
  readonly fallback: ComponentType<FailureProps>;
  /** Another value tries again by itself: what failed may be gone. */
  readonly resetKey?: unknown;
  readonly children: ReactNode;
}

interface ErrorBoundaryState {
  /** In an object, because anything can be thrown. */
  readonly failure: { readonly error: unknown } | undefined;
}

/** Keeps a failure from taking the rest of the page with it. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { failure: undefined };

  static getDerivedStateFromError(error: unknown): ErrorBoundaryState {
    return { failure: { error } };
  }

  override componentDidUpdate(previous: ErrorBoundaryProps) {
    if (this.state.failure !== undefined && previous.resetKey !== this.props.resetKey) this.retry();
  }

  readonly retry = () => this.setState({ failure: undefined });

  override render() {
    const { failure } = this.state;
    const { fallback: Fallback, children } = this.props;
    return failure === undefined ? (
      children
    ) : (
      <Fallback error={failure.error} onRetry={this.retry} />
    );
  }
}
