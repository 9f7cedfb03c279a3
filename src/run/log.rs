//! The log: lines on standard error, as the config says, and never more of other
//! people's crates than is fit for a log.

use std::io;

use tracing::level_filters::LevelFilter;
use tracing::{Level, Metadata, Subscriber};
use tracing_subscriber::filter::filter_fn;
use tracing_subscriber::fmt::MakeWriter;
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::registry::LookupSpan;
use tracing_subscriber::util::SubscriberInitExt;
use tracing_subscriber::{EnvFilter, Layer};

use crate::config::Config;
use crate::discord;

/// Starts the log. Where one has been started already, that one stays.
pub(super) fn to_stderr(config: &Config) {
    let colour = anstream::AutoStream::choice(&io::stderr()) != anstream::ColorChoice::Never;
    let lines = lines(&config.log, colour, io::stderr);
    let _ = tracing_subscriber::registry().with(lines).try_init();
}

/// The lines of the log that `wanted` lets through: a level, or a filter by
/// part, as the config's key `log` has it.
pub fn lines<S, W>(wanted: &str, colour: bool, writer: W) -> impl Layer<S> + use<S, W>
where
    S: Subscriber + for<'s> LookupSpan<'s>,
    W: for<'w> MakeWriter<'w> + Send + Sync + 'static,
{
    tracing_subscriber::fmt::layer()
        .with_writer(writer)
        .with_ansi(colour)
        .with_filter(EnvFilter::new(wanted))
        .with_filter(filter_fn(is_fit).with_max_level_hint(LevelFilter::TRACE))
}

/// Whether a line, or what stands around one, may be in the log whatever the
/// config says. At `debug` the Discord library prints whole messages with
/// people's words, and what it stands around its lines holds requests.
fn is_fit(about: &Metadata<'_>) -> bool {
    let target = about.target();
    let is_own = target == "waymark" || target.starts_with("waymark::");
    let quotes = target.starts_with(discord::QUOTING);
    is_own || about.is_event() && !quotes && *about.level() <= Level::INFO
}
