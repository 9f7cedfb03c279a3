//! The fake's gateway: a WebSocket that greets, counts heartbeats, lets in, and
//! does what a test orders.

use axum::extract::State;
use axum::extract::ws::{CloseFrame, Message, WebSocket, WebSocketUpgrade};
use axum::response::Response;
use serde_json::{Value, json};
use tokio::sync::mpsc;

use super::fake::{Fake, TOKEN};

/// What a test orders the gateway to do.
#[derive(Debug)]
pub(crate) enum Order {
    /// Send this.
    Send(String),
    /// Close, with a code or without one.
    Close(Option<u16>),
    /// Let the line drop.
    Drop,
}

pub(crate) async fn connect(State(fake): State<Fake>, upgrade: WebSocketUpgrade) -> Response {
    upgrade.on_upgrade(|socket| {
        Connection {
            fake,
            socket,
            shard: 0,
        }
        .run()
    })
}

struct Connection {
    fake: Fake,
    socket: WebSocket,
    shard: u64,
}

impl Connection {
    async fn run(mut self) {
        let (orders, mut ordered) = mpsc::unbounded_channel();
        let heartbeat = self.fake.inner().heartbeat.as_millis();
        self.send(json!({"op": 10, "d": {"heartbeat_interval": heartbeat}}).to_string())
            .await;
        self.fake.sessions.send_modify(|seen| seen.connected += 1);
        loop {
            tokio::select! {
                order = ordered.recv() => match order {
                    Some(Order::Send(text)) => self.send(text).await,
                    Some(Order::Close(code)) => {
                        let frame = code.map(|code| CloseFrame { code, reason: "".into() });
                        self.socket.send(Message::Close(frame)).await.ok();
                    }
                    Some(Order::Drop) | None => return,
                },
                message = self.socket.recv() => match message {
                    Some(Ok(Message::Text(text))) => {
                        let told: Value = serde_json::from_str(&text).expect("JSON");
                        self.hear(&told, &orders).await;
                    }
                    Some(Ok(Message::Close(_)) | Err(_)) | None => return,
                    Some(Ok(_)) => {}
                },
            }
        }
    }

    async fn send(&mut self, text: String) {
        self.socket.send(Message::Text(text.into())).await.ok();
    }

    async fn hear(&mut self, told: &Value, orders: &mpsc::UnboundedSender<Order>) {
        match told["op"].as_u64() {
            Some(1) => {
                self.fake.sessions.send_modify(|seen| seen.heartbeats += 1);
                if self.fake.inner().acknowledges {
                    self.send(json!({"op": 11}).to_string()).await;
                }
            }
            Some(2) => self.identify(told, orders).await,
            Some(6) => self.resume(told, orders).await,
            _ => {}
        }
    }

    async fn identify(&mut self, told: &Value, orders: &mpsc::UnboundedSender<Order>) {
        let token = told["d"]["token"].as_str().unwrap_or_default().to_owned();
        let refusal = self.fake.inner().refuses_with;
        let refusal = refusal.or((token.trim_start_matches("Bot ") != TOKEN).then_some(4004));
        if let Some(code) = refusal {
            let frame = CloseFrame {
                code,
                reason: "".into(),
            };
            self.socket.send(Message::Close(Some(frame))).await.ok();
            return;
        }
        let session = self.fake.sessions.borrow().identified as u64 + 1;
        let address = self.fake.address.to_string();
        let opening = {
            let mut inner = self.fake.inner();
            let shard = told["d"]["shard"].clone();
            self.shard = shard[0].as_u64().unwrap_or_default();
            inner.gateways.insert(self.shard, orders.clone());
            inner.shards.push(shard.clone());
            inner.open(&address, session, &shard)
        };
        for text in opening {
            self.send(text).await;
        }
        self.fake.sessions.send_modify(|seen| seen.identified += 1);
    }

    async fn resume(&mut self, told: &Value, orders: &mpsc::UnboundedSender<Order>) {
        let missed: Vec<String> = {
            let mut inner = self.fake.inner();
            inner.gateways.insert(self.shard, orders.clone());
            let last = told["d"]["seq"].as_u64().unwrap_or_default();
            let all = last + 1..=inner.events.len() as u64;
            all.map(|sequence| inner.event(sequence)).collect()
        };
        for text in missed {
            self.send(text).await;
        }
        let sequence = self.fake.inner().events.len();
        self.send(json!({"op": 0, "s": sequence, "t": "RESUMED", "d": {}}).to_string())
            .await;
        self.fake.sessions.send_modify(|seen| seen.resumed += 1);
    }
}
