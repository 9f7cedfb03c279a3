//! `waymark run`: the Discord bot, and the signals that it heeds.

use std::net::TcpListener;
use std::path::PathBuf;

use tokio::sync::mpsc;

use super::{Stop, load};
use crate::config::Config;
use crate::discord::{self, Fault, Patience, Service, Token, Wishes};
use crate::terminal::Outcome;

/// Runs the bot until a signal ends it.
pub(super) fn run(config: Config, folder: PathBuf) -> Result<Outcome, Stop> {
    let variable = std::env::var(discord::VARIABLE).ok();
    let token = Token::find(variable.as_deref(), config.discord.token_file.as_deref())
        .map_err(Fault::from)?;
    let guide = load(&folder)?;
    let listener = config.http.listen.map(|address| {
        let listener = TcpListener::bind(address)?;
        listener.set_nonblocking(true)?;
        Ok(listener)
    });
    let service = Service {
        folder,
        discord: config.discord,
        listener: listener.transpose().map_err(Fault::Listen)?,
        patience: Patience::default(),
    };
    log_panics_without_their_words();
    // The events are answered on threads that `serve` starts.
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(Fault::System)?;
    let ended = runtime.block_on(async {
        let (wish, wishes) = mpsc::channel(8);
        heed_signals(&wish).map_err(Fault::System)?;
        discord::serve(guide, &token, service, wishes).await
    });
    // What is left has had its time.
    runtime.shutdown_background();
    ended?;
    Ok(Outcome::Done)
}

/// Logs where a panic happened. Its message is left out: it can quote what it
/// happened over, and that can be a person's words.
fn log_panics_without_their_words() {
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(ToString::to_string);
        tracing::error!(
            place = place.unwrap_or_default(),
            "a fault of the program: it panicked"
        );
    }));
}

/// Makes wishes of signals.
#[cfg(unix)]
fn heed_signals(wish: &mpsc::Sender<Wishes>) -> std::io::Result<()> {
    use tokio::signal::unix::{SignalKind, signal};
    let kinds = [
        (SignalKind::terminate(), Wishes::Leave),
        (SignalKind::interrupt(), Wishes::Leave),
        (SignalKind::hangup(), Wishes::Reload),
    ];
    for (kind, wanted) in kinds {
        let (mut signals, wish) = (signal(kind)?, wish.clone());
        tokio::spawn(async move {
            while signals.recv().await.is_some() {
                if wish.send(wanted).await.is_err() {
                    return;
                }
            }
        });
    }
    Ok(())
}

/// Makes a wish of Ctrl-C.
#[cfg(not(unix))]
fn heed_signals(wish: &mpsc::Sender<Wishes>) -> std::io::Result<()> {
    let wish = wish.clone();
    tokio::spawn(async move {
        while tokio::signal::ctrl_c().await.is_ok() {
            if wish.send(Wishes::Leave).await.is_err() {
                return;
            }
        }
    });
    Ok(())
}
